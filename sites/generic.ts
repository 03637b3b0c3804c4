import type { GenericWords } from '../core/generic-words';

/** Words by themselves; those of a script without spaces between words count wherever they stand. */
const any = (words: string, spaceless = '(?!)'): RegExp =>
  new RegExp(`(?:^|[^\\p{L}])(?:${words})(?:$|[^\\p{L}])|${spaceless}`, 'iu');
const whole = (words: string): RegExp => new RegExp(`^(?:${words})[\\s:：*]*$`, 'iu');

const TICKET =
  'tickets?|cases?|issues?|requests?|conversations?|inquir(?:y|ies)|enquir(?:y|ies)|incidents?|threads?|anfragen?|vorg[aä]nge?|demandes?|solicitudes?|chamados?|richieste?|tasks?|messages?|mails?|items?';
const CONTACT =
  'contacts?|customers?|clients?|accounts?|compan(?:y|ies)|organi[sz]ations?|leads?|persons?|people|users?|kunden?';
/** What stays inside, in languages that inflect the word; those of the others stand where they are asked for. */
const INSIDE =
  'wewnętrzn\\p{L}+|prywatn\\p{L}+|внутренн\\p{L}+|служебн\\p{L}+|приватн\\p{L}+|interní|soukrom\\p{L}+';
const INSIDE_SPACELESS = '社内|メモ|内部|非公開|备注';
const NOTE = 'notatk\\p{L}+|заметк\\p{L}+|poznámk\\p{L}+|anteckning|notat';
const REQUESTER =
  'zgłaszając[ya]|заявитель|инициатор|клиент|zákazn[ií]k|kund|客户|requesters?|(?:contact|customer|client|caller|requester) name|requestors?|requested by|customer|client|reported by|reporter|opened by|submitted by|caller|kunde|kundin|melder(?:in)?|demandeur|cliente?|solicitante|richiedente|aanvrager|klant|お客様|顧客|依頼者|問い合わせ元';
/** Numbers, keys with a prefix, and what only machines read: those are shown nowhere and stand in the page itself. */
const ID =
  '(?<id>[A-Za-z]{1,8}-?\\d{1,12}|\\d{1,18}|[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]{2,5}_[0-9A-Za-z]{5,40}|(?=[A-Za-z]*\\d)[0-9A-Za-z]{8,40})';

const TIME_OF_DAY =
  '\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?(?:\\s*[ap]\\.?m\\.?)?(?:\\s*(?:utc|gmt|[a-z]{3,4}))?(?:\\s*[+-]\\d{2}:?\\d{2})?';
const MONTH =
  '(?:jan|feb|fév|mar|mär|apr|avr|abr|mai|may|maj|mag|jun|juin|jul|juil|giu|lug|aug|aoû|ago|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic|gen)\\p{L}{0,8}';
const DATE = `(?:\\p{L}{2,10}\\.?,?\\s+)?(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+)?${MONTH}\\.?,?(?:\\s+(?:de\\s+)?\\d{4})?|${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?(?:\\s+\\d{4})?)`;
const AGO =
  '(?:about|vor|il y a|hace|há)?\\s*(?:an?|one|\\d+)\\s*(?:s|sec|min|m|h|hr|d|w|mo|y|seconds?|minutes?|hours?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|secondes?|heures?|jours?|semaines?|mois|minutos?|horas?|d[ií]as?|semanas?)(?:\\s*ago)?|(?:less than|almost|over) (?:an?|one|\\d+) (?:minute|hour|day|month|year)s?(?: ago)?|just now|a few (?:seconds|moments)(?: ago)?|yesterday|today|gestern|heute|hier|ayer';

const DAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|yesterday|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|heute|gestern|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|hoy';

/** The words of the generic reader: no product is named, and nothing here is a selector. */
export const GENERIC_WORDS: GenericWords = {
  record: new RegExp(
    `(?:${TICKET}|${CONTACT}|zgłoszenie|sprawa|заявка|обращение|запрос|тикет|ärende|sak|sag|工单|id|number|nummer|numéro|número|ref(?:erence)?)`,
    'iu',
  ),
  url: [
    new RegExp(
      `[/#!](?:${TICKET}|${CONTACT})(?:/(?:view|show|detail|details|edit|open|\\d+/messages))?[/=:]${ID}(?=$|[/?#&;.])`,
      'i',
    ),
    new RegExp(`[/#](?:view|show|detail|details|zoom|display)[/=:]${ID}(?=$|[/?#&;.])`, 'i'),
    new RegExp(
      `[?&;#/](?:(?:${TICKET}|${CONTACT})[-_.]?)?(?:id|no|number|nr|num|key|record(?:_?id)?|sys_id|guid|uuid)=${ID}(?=$|[/?#&;])`,
      'i',
    ),
    new RegExp(`[?&;](?:${TICKET})=${ID}(?=$|[/?#&;])`, 'i'),
    /[?&;](?:track|ref|reference|code)=(?<id>(?=[A-Z-]*\d)[A-Z0-9]{2,8}(?:-[A-Z0-9]{2,8}){0,4})(?=$|[/?#&;])/i,
    new RegExp(`/(?:[a-z]{2,12}_)?${ID}(?=$|[/?#])`, 'i'),
  ],
  namesRecord: new RegExp(
    `(?:^|[/#!?&;=_.-])(?:${TICKET}|${CONTACT}|inbox|chats?|deals?|opportunit(?:y|ies))(?:[_-]?id)?(?:[/=:&?#_.-]|$)`,
    'i',
  ),
  notRecord:
    /(?:^|[/=#!?&_-])(?:articles?|kb|knowledge(?:[-_]?base)?|wiki|faqs?|docs?|documents?|blog|posts?|pages?|help-?cent(?:er|re)|hc|triggers?|macros?|settings?|preferences|admin|views|reports?|dashboards?|automations?|templates?|rules?|filters?|queues?|folders?|labels?|categor(?:y|ies)|lists?|groups?|teams?|agents?|staff|members?|products?|orders?|invoices?|searche?s?|changesets?|attachments?|files?|breadcrumbs?)(?:[-_](?:id|no|key))?(?:\/|[=:]|\/?\?[a-z_]{1,12}=)$/i,
  number: whole(
    '(?:(?:ticket|case|request|tracking|reference|issue)[ -]?)?(?:id|no\\.?|number|nummer|nr\\.?|numéro|número|番号)|ticket|ref(?:erence)?|tracking',
  ),
  contactUrl: new RegExp(`[/#!?&;](?:${CONTACT})[/=:_]`, 'i'),
  message:
    /message|comment|repl(?:y|ies)|article|correspond|post\b|entry|thread-?item|update\b|note\b|mail\b|response|bubble|interaction|timeline-?item|activity-?item|nachricht|msg/i,
  body: /body|content|text|markdown|rich|description|inhalt|copy|prose/i,
  opening:
    /(?:^|[\s._-])(?:description|issue-body|original-message|opening|request-body|beschreibung)(?:$|[\s_])/i,
  author: /author|sender|from\b|user-?name|display-?name|creator|writer|who\b|by\b|name\b|person/i,
  opener: /(?:^|[\s_-])(?:author|reporter|opened-?by|created-?by|submitter|byline|sender)(?:$|[\s_-])/i,
  time: new RegExp(
    `^(?:${DATE}(?:[\\s,·|-]+(?:at|um|à|a las|kl\\.?)?\\s*${TIME_OF_DAY})?|${TIME_OF_DAY}(?:[\\s,]+${DATE})?|(?:${DAY})[,·]?\\s+(?:(?:at|um|à|a las)\\s+)?${TIME_OF_DAY}|\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z?|${AGO})$`,
    'iu',
  ),
  timeWithin: new RegExp(`${DATE}[\\s,·|-]+(?:(?:at|um|à|a las|kl\\.?)\\s*)?${TIME_OF_DAY}`, 'iu'),
  customer: any(
    'customer|client|requester|requestor|end[ -]?user|contact|visitor|incoming|inbound|received|guest|reporter|kunde|kundin|cliente|klant|klient(?:ka)?|demandeur|external participant|клиент|заявитель|zgłaszając[ya]|zákazn[ií]k|kund',
    'お客様|客户',
  ),
  agent: any(
    'agent|staff|operator|support|team|outgoing|outbound|sent|admin|technician|representative|mitarbeiter(?:in)?|bearbeiter|agente|opérateur|public[ -]reply|medewerker|answered|konsultant(?:ka)?|pracownik|оператор|сотрудник|агент|operátor|handläggare|medarbetare|medarbejder|saksbehandler|operatore|operador|atendente',
    '客服|担当者|オペレーター',
  ),
  note: any(
    `${INSIDE}|${NOTE}|internal|note|notes|comments? added|added a comment|private|staff[ -]only|team[ -]only|not visible (?:to|for) (?:the )?customers?|only visible to|visible only to|work notes?|intern|interne|interno|interna|notiz|privat|privado|privée?|nota|notitie`,
    INSIDE_SPACELESS,
  ),
  clearNote: any(
    `${INSIDE}|internal|private|not visible (?:to|for) (?:the )?customers?|staff[ -]only|team[ -]only|hush|intern|interne|interno|interna|privat`,
  ),
  system: any(
    'system|event|automation|audit|log|activity|auto|bot|workflow|line ?item|status[ -]change|historie',
  ),
  requester: whole(
    `${REQUESTER}|contact|from|sender|e-?mail|customer e-?mail|user|absender|von|expéditeur|de|メールアドレス`,
  ),
  clearRequester: whole(REQUESTER),
  publicReply: any(
    'repl(?:y|ies)|respond|response|answer|public|e-?mail|send mail|send to customer|visible (?:to|for) (?:the )?customers?|customer[ -]visible|antwort(?:en)?|öffentlich|répondre|réponse|publique?|responder|respuesta|público|pública|rispondi|risposta|pubblic[oa]|antwoord(?:en)?|openbaar|svara?|odpowied[zź]\\p{L}*|publiczn\\p{L}+|ответ(?:ить)?|публичн\\p{L}+|offentlig\\p{L}*',
    '返信|(?<!非)公開|回复|公开',
  ),
  internalNote: any(
    `${INSIDE}|${NOTE}|internal|note|notes|comments? added|added a comment|private|comment for (?:the )?team|(?:to|with|for) (?:your |our |the )?(?:team|team ?mates?|colleagues?|staff)|side conversation|team only|staff only|only visible to (?:the )?(?:team|staff|agents)|not (?:sent|visible) (?:to|for) (?:the )?customers?|intern(?:e|er|es)?|notiz|privat(?:e|er)?|note interne|privée?|nota|interna|interno|privad[oa]|notitie|privé`,
    INSIDE_SPACELESS,
  ),
  publicSwitch: any(
    '(?:visible|shown?|shared?|available|published?) (?:to|for|with) (?:the )?(?:customers?|clients?|requesters?|submitters?|end[ -]?users?)|(?:customer|client|requester)[ -]visible|is public|(?:reply|comment|update|note|message|post|make|this) (?:\\p{L}+ )?public|^public|für (?:den )?(?:kunden|kundin) sichtbar|öffentlich|visible (?:pour|par) le (?:client|demandeur)|publique?|visible para (?:el|o) cliente|público|visibile al cliente|pubblico|zichtbaar voor (?:de )?klant|openbaar|widoczn\\p{L}+ dla klienta|publiczn\\p{L}+|вид\\p{L}+ клиенту|публичн\\p{L}+|synlig för kunden',
  ),
  sendSwitch: any(
    '(?:send|e-?mail|mail|notify|cc|deliver|forward)(?: \\p{L}+){0,4} (?:customers?|clients?|requesters?|submitters?|end[ -]?users?|contacts?)|kund(?:en|in) (?:benachrichtigen|informieren)|(?:notifier|prévenir|envoyer au) (?:le )?(?:client|demandeur)|(?:notificar|enviar) (?:al?|ao) cliente',
  ),
  writing:
    /^(?:add|new|create|write|compose|post|reply|answer|respond|enter|leave|internal|public|private|neue?|antwort|notiz|ajouter|nouvelle|nouveau|répondre|añadir|nueva|responder|nova)(?![\p{L}])/iu,
  internalSwitch: any(
    `${INSIDE}|internal|private|note|hide from (?:the )?customer|intern|interne|interno|interna|privat|privé|privado`,
    INSIDE_SPACELESS,
  ),
  send: any(
    'send|submit|post|reply|respond|add|save|publish|comment|note|answer|update|senden|antworten|absenden|speichern|hinzufügen|envoyer|répondre|ajouter|enregistrer|enviar|responder|añadir|guardar|adicionar|invia|rispondi|aggiungi|verzenden|versturen|toevoegen|skicka|wyślij|odpowiedz|dodaj|zapisz|отправить|ответить|добавить|сохранить|lagre|gem',
    '送信|返信|追加|保存|发送|回复',
  ),
  fields: [
    {
      name: 'status',
      label: whole(
        '(?:ticket |case |request )?(?:status|state)|statut|estado|stato|zustand|статус|состояние|ステータス|状態|状況|状态',
      ),
    },
    {
      name: 'priority',
      label: whole(
        '(?:ticket |case )?priority|urgency|severity|priorität|dringlichkeit|priorité|prioridad|prioridade|priorità|prioriteit|prioritet|priorytet|приоритет|優先度|优先级',
      ),
    },
    {
      name: 'assignee',
      label: whole(
        'assignees?|assigned(?: to| agent| user)?|(?:case |ticket )?owner|agent|responsible|handler|zugewiesen(?: an)?|bearbeiter(?:in)?|zuständig|besitzer|assigné(?: à)?|responsable|asignado(?: a)?|responsável|atribuído a|assegnat[oa] a|toegewezen aan|eigenaar|przypisan[oaey](?: do)?|opiekun|ответственный|исполнитель|назначено?|ansvarig|tilldelad|tildelt|担当者?|负责人',
      ),
    },
    {
      name: 'tags',
      label: whole(
        'tags?|labels?|schlagw(?:ort|örter|orte)|étiquettes?|etiquetas?|etichette?|tagi|etykiety|метки|теги|标签',
      ),
    },
  ],
  notField: any(
    'search|filter|sort|sort by|language|theme|page size|per page|rows|view|jump to|go to|suche|sprache|recherche|langue|buscar|idioma|zoek(?:en)?|password|file|attachment|upload|remember me|select all|signature|template|macro|canned|subject|betreff|sujet|asunto|cc|bcc|to|à|an|para|kopie|message|reply|comment|note|body|nachricht|antwort|temat|treść|тема|текст|поиск|szukaj|ämne',
  ),
  account:
    /account|profile|current-?user|user-?menu|logged-?in|signed-?in|(?:^|[^a-z])me(?:$|[^a-z])|my-|avatar-?menu|whoami|session-user/i,
  accountPrefix:
    /^[\s–•·-]*(?:logged in as|signed in as|hello|hi|welcome(?: back)?|account of|account:?|profile:?|angemeldet als|hallo|willkommen|connecté en tant que|bonjour|bienvenue|conectado como|hola|bienvenido|ingelogd als|connesso come|zalogowan[yao] jako|вы вошли как)(?![\p{L}\p{N}])[\s,:]*/iu,
  accountTold:
    /(?:(?:logged|signed) in as|angemeldet als|connectée? en tant que|conectad[oa] como|connesso come|ingelogd als|zalogowan[yao] jako|вы вошли как):? (?<name>[^()<>,;:]+)/iu,
};

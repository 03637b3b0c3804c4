/**
 * What Request Tracker calls three kinds of entry in the history of a ticket, and a right that is lacking: in the
 * translations that RT 5.0.3 ships (its folder `po`), since its pages mark a comment and a reply with the same class
 * and differ in these words alone. A language that RT has not translated shows the English ones.
 */
interface Words {
  comment: string;
  correspond: string;
  /** Of a ticket. */
  created: string;
  denied: string;
}

const words = (comment: string, correspond: string, created: string, denied: string): Words => ({
  comment,
  correspond,
  created,
  denied,
});

/** By RT's own codes of languages. */
export const WORDS: Readonly<Record<string, Words>> = {
  ar: words('تم إضافة التعليقات', 'تم إضافة رد', 'تم إنشاء طلب', 'رُفض التّصريح'),
  bg: words('Коментарите добавени', 'Кореспонденция добавена', 'Билет създаден', 'Достъпът отказан'),
  ca: words('Comentaris afegits', 'Resposta afegida', 'Tiquet creat', "S'ha denegat el permís"),
  cs: words('Komentáře přidány', 'Korespondence zaznamenána', 'Požadavek vytvořen', 'Přístup nepovolen'),
  da: words('Kommentarer tilføjet', 'Korrespondance tilføjet', 'Sag oprettet', 'Adgang afvist'),
  de: words('Kommentar hinzugefügt', 'Antwort hinzugefügt', 'Ticket erstellt', 'Zugriff verweigert'),
  el: words(
    'Τα Σχόλια προστέθηκαν',
    'Προστέθηκε Αλληλογραφία',
    'Το Αίτημα δημιουργήθηκε',
    'Δεν επιτρέπεται η πρόσβαση',
  ),
  en: words('Comments added', 'Correspondence added', 'Ticket created', 'Permission Denied'),
  es: words('Comentarios añadidos', 'Correspondencia agregada', 'Ticket creado', 'Permiso denegado'),
  et: words('Lisati kommentaar', 'Lisati kirjavahetus', 'Loodi Ticket', 'Õigused puuduvad'),
  eu: words('Iruzkinak gehituta', 'Korrespondentzia gehituta', 'Lan-agindua sortuta', 'Baimena Ukatuta'),
  fa: words('توضیحات اضافه شد', 'پاراف اضافه شد', 'درخواست ایجاد شد', 'مشکل مجوز'),
  fi: words('Kommentti lisätty', 'Kirjeenvaihto lisätty', 'Tiketti luotu', 'Pääsy kielletty'),
  fr: words('Commentaires ajoutés', 'Courrier ajouté', 'Ticket créé(e)', 'Accès refusé'),
  hr: words('Komentar dodan', 'Dodana korespondencija', 'Zahtjev napravljen', 'Nije dozvoljeno'),
  hu: words('Megjegyzés hozzáadva', 'Válasz hozzáadva', 'Jegy létrehozva', 'Hozzáférés visszautasítva'),
  id: words(
    'Komentar sudah ditambahkan',
    'Korespondensi sudah ditambah',
    'Ticket sudah dibuat',
    'Izin ditolak',
  ),
  is: words('Athugasemd bætt við', 'Correspondence added', 'Mál búið til', 'Heimild ekki veitt'),
  it: words('Aggiunti commenti', 'Aggiunta corrispondenza', 'creato Ticket', 'Operazione non consentita'),
  ja: words('コメントが追加されました', 'Correspondence added', 'Ticketを作成しました', '権限がありません'),
  lt: words('Komentarai pridėti', 'Susirašinėjimas pridėtas', 'Prašymas sukurtas', 'Neturite teisės'),
  lv: words('Piezīmes pievienotas', 'Sarakste pievienota', 'Pieprasījums izveidots', 'Atļauja liegta'),
  nb: words('La til kommentarer', 'Svar lagt til', 'Sak opprettet', 'Nektet tilgang'),
  nl: words(
    'Commentaar toegevoegd',
    'Correspondentie toegevoegd',
    'Ticket aangemaakt',
    'Toestemming Geweigerd',
  ),
  nn: words('La til kommentarar', 'Svar lagt til', 'Sak oppretta', 'Nekta tilgang'),
  pl: words(
    'Komentarze zostały dodane',
    'Korespondencja została dodana',
    'Zgłoszenie utworzono',
    'Odmowa dostępu',
  ),
  pt: words('Comentários adicionados', 'Correspondência adicionada', 'Pedido criado', 'Permissão Negada'),
  pt_BR: words('Comentários adicionados', 'Correspondência adicionada', 'Tíquete criado', 'Permissão Negada'),
  pt_PT: words('Comentários adicionados', 'Correspondência adicionada', 'Ticket criado', 'Permission Denied'),
  ro: words(
    'Aomentariile au fost adăugate',
    'Corespondență adăugată',
    'A fost creat Ticket',
    'Permission Denied',
  ),
  ru: words('Добавлен комментарий', 'Добавлен ответ', 'Объект "Заявка" создан', 'Доступ запрещён'),
  sk: words('Komentáre pridané', 'Korešpondencia pridaná', 'Požiadavka vytvorené', 'Povolenie odmietnuté'),
  sl: words('Komentarji so bili dodani', 'Dopisovanje dodano', 'Zahtevek ustvarjen', 'Ni pravic'),
  sr: words('Коментари су додати', 'Преписка је додата', 'Листић napravljen', 'Дозвола је одбијена'),
  sv: words('Kommentarer tillagda', 'Brevväxling', 'Ärende skapad', 'Tillgång nekas'),
  tr: words('Yorumlar eklendi', 'Uygunluk eklendi', 'Bilet oluşturuldu', 'Pääsy kielletty'),
  zh_CN: words('创建注释完成', '创建申请单回复', '申请单已创建', '没有权限'),
  zh_TW: words('新增評論完畢', '新增申請單回覆', '已建立 申請單', '權限不足'),
};

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One of the texts in any of the languages. */
function anyOf(...kinds: (keyof Words)[]): string {
  const texts = Object.values(WORDS).flatMap((one) => kinds.map((kind) => one[kind]));
  return `(?:${[...new Set(texts)].map(plain).join('|')})`;
}

/** Behind the author, and behind the number of the ticket where that was merged into this one. */
export const IS_COMMENT = new RegExp(` - ${anyOf('comment')}$`);
export const IS_PUBLIC = new RegExp(` - ${anyOf('created', 'correspond')}$`);
/** In what an answer of the API says. */
export const IS_DENIED = new RegExp(anyOf('denied'), 'i');

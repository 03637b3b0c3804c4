import type { EngineRequest, Source } from '../../core/engine';
import type { Blanks, Found, Language, Library } from '../../core/library';
import { findPlaceholders } from '../../core/markup';
import { type NoteParts, neverWritten, noteSource, partsOf } from '../../core/site-note';
import { bodyFrom } from './body';
import { type Filled, fillBlanks } from './fill-blanks';
import { closeLetter, openLetter } from './letter';
import { joinOwnDraft } from './own-draft';
import { type Ask, LANGUAGE_NAMES, PHRASES } from './phrases';
import { lastLetter, pick } from './pick';
import { readWishes, type Wishes } from './wishes';

export interface Draft {
  text: string;
  language: Language;
  sources: Source[];
  /** The knowledge it was written from; null for a holding reply or the person's own text alone. */
  found: Found | null;
  /** It asks the customer something, so the ticket is not done with it. */
  asks: boolean;
  /** Plain words for the person: what was left out and why. */
  remarks: string[];
}

/** Writes a reply from the person's knowledge and the ticket's own facts. No model, no clock, no chance. */
export function compose(request: EngineRequest, library: Library): Draft {
  const { seen } = request;
  const wishes = readWishes(request.instructions, library);
  const picked = pick(seen, wishes, library, LANGUAGE_NAMES);
  const blanks = library.blanks(seen);
  const said = PHRASES[picked.language];
  const ownText = ownWords(request, library);
  const own = ownText === '' ? null : openLetter(ownText);
  const known = picked.found ? openLetter(bodyFrom(picked.found, wishes.shorter, picked.language)) : null;
  const filled = fillBlanks(known?.body ?? '', blanks);
  const joined = own ? joinOwnDraft(own.body, filled.text, picked.found, wishes.shorter) : null;
  const usesKnowledge = picked.found !== null && filled.text !== '' && (joined?.added ?? true);
  const holding = own === null && !usesKnowledge;
  const asks = questionsFor({ wishes, filled, holding, usesKnowledge, blanks, letter: lastLetter(seen) });
  const greeting = own?.greeting ?? fillBlanks(known?.greeting ?? '', blanks).text;
  const literal = wishes.literal.join('\n\n');
  const body = holding ? (asks.length > 0 ? said.holding : said.looking) : (joined?.text ?? filled.text);
  const text = closeLetter({
    greeting: greeting || said.greeting(blanks.name),
    body: [wishes.shorter && !own ? body.replace(said.thanks, '').trim() : body, literal]
      .filter(Boolean)
      .join('\n\n'),
    questions: asks.map((ask) => said.ask[ask]),
    language: picked.language,
    closing: !wishes.shorter && own === null && !holding,
  });
  const remarks = [picked.remark, joined?.remark ?? null, ...remarksOn(wishes, filled, usesKnowledge)];
  return {
    text: withoutPlaceholders(text),
    language: picked.language,
    sources: sourcesOf(request, usesKnowledge ? picked.found : null, filled, blanks),
    found: usesKnowledge ? picked.found : null,
    asks: asks.length > 0 || /[?？]/u.test(body),
    remarks: remarks.filter((r) => r !== null),
  };

  function remarksOn(w: Wishes, f: Filled, used: boolean): string[] {
    const out: string[] = [];
    if (w.ignored.length > 0)
      out.push(
        `Left out, because no language model is in use: ${w.ignored.map((i) => `“${i}”`).join(', ')}.`,
      );
    const repeated = w.asks.flatMap((ask) => (ask === 'order' || ask === 'invoice' ? blanks[ask] : []));
    if (repeated.length > 0) out.push(`The ticket seems to name it already: ${repeated.join(', ')}.`);
    if (used && f.unknown.length > 0)
      out.push(`A sentence was left out, because nothing here fills ${f.unknown.join(', ')}.`);
    if (own && (w.shorter || w.language !== null))
      out.push(
        'Your own words were kept: without a language model they are neither shortened nor translated.',
      );
    const never = neverWritten(text, noteParts(request).neverWrite);
    if (never.length > 0)
      out.push(`Your note for this site says never to write ${never.map((p) => `“${p}”`).join(', ')}.`);
    if (holding && lastLetter(seen) !== '')
      out.push('Nothing in your knowledge fits this message, so the draft is only a short holding reply.');
    return out;
  }
}

const noteParts = ({ siteNote }: EngineRequest): NoteParts =>
  siteNote ? partsOf(siteNote.text) : { statuses: [], neverWrite: [] };

/** Something was bought, so an order number would help. */
const BOUGHT =
  /(?<!\p{L})(?:order(?:ed|s)?|bought|purchase[ds]?|parcel|delivery|shipment|command[eé]\p{L}*|colis|livraison|achat|bestell\p{L}*|paket|lieferung|gekauft|pedido|compra|paquete)(?!\p{L})/iu;

/** Something went wrong, so it helps to know what exactly. A plain question lacks nothing but its answer. */
const TROUBLE =
  /(?<!\p{L})(?:error|problem|issue|broken|fail\p{L}*|wrong|crash\p{L}*|bug|does(?:n.t| not)|can(?:.t|not)|not working|erreur|problème|marche pas|fonctionne pas|panne|fehler|problem|geht nicht|funktioniert nicht|kaputt|problema|no funciona)(?!\p{L})/iu;

/** The Draft box without what this engine put there itself: a second click is no wish to keep the first answer. */
function ownWords(request: EngineRequest, library: Library): string {
  const own = request.ownDraft.trim();
  if (own === '') return '';
  const before = ['', request.instructions].map((instructions) =>
    compose({ ...request, ownDraft: '', instructions }, library),
  );
  return before.some((draft) => draft.text.trim() === own) ? '' : own;
}

function questionsFor(of: {
  wishes: Wishes;
  filled: Filled;
  holding: boolean;
  usesKnowledge: boolean;
  blanks: Blanks;
  letter: string;
}): Ask[] {
  const asks: Ask[] = [...of.wishes.asks];
  if (of.usesKnowledge) asks.push(...of.filled.asks);
  if (of.holding && asks.length === 0) {
    const numbered = of.blanks.order.length > 0 || of.blanks.invoice.length > 0;
    if (!numbered && BOUGHT.test(of.letter)) asks.push('order');
    if (TROUBLE.test(of.letter) || !/[?？]/u.test(of.letter)) asks.push('details');
  }
  return [...new Set(asks)];
}

function sourcesOf(request: EngineRequest, found: Found | null, filled: Filled, blanks: Blanks): Source[] {
  const { record, system } = request.seen;
  const sources: Source[] = [];
  if (found) {
    const { kind, title, origin, updatedAt } = found.item;
    sources.push({ kind, title, origin: `${origin}, ${updatedAt.slice(0, 10)}` });
  }
  const facts = [
    ...(blanks.name ? [blanks.name] : []),
    ...(found ? filled.used.filter((u) => u !== blanks.name) : []),
  ];
  if (facts.length > 0 || !found) {
    const title = facts.length > 0 ? `This ticket (${facts.join(', ')})` : 'This ticket';
    sources.push({ kind: 'ticket', title, origin: `${system} ${record.id}`.trim() });
  }
  // it was looked into for what is never written
  if (request.siteNote) sources.push(noteSource(request.siteNote));
  return sources;
}

/** The last gate: whatever a person's own draft or an odd macro brought in, no placeholder leaves here. */
function withoutPlaceholders(text: string): string {
  let clean = text;
  for (const piece of findPlaceholders(text)) clean = clean.replaceAll(piece, '');
  return clean.replace(/[ \t]{2,}/g, ' ').replace(/[ \t]+$/gmu, '');
}

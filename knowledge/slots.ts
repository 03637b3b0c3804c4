import type { Blanks } from '../core/library';
import type { Observation } from '../core/observation';

// Between a word such as "order" and its number people put little words and signs, and nothing else.
const LINK =
  '(?:\\s*(?:number|no\\.?|nr\\.?|n[°ºo]\\.?|nummer|num[eé]ro|n[uú]mero|id|ref\\.?|is|ist|est|lautet|[:#(]|[-–](?=\\s)))*\\s*';
const NUMBER = '#?((?:[A-Z]{1,5}[-–]?)?\\d{3,12}(?:[-–]\\d{1,8})?)(?![\\d€$£%])(?![.,/]\\d)';

const ORDER = new RegExp(
  `(?<!\\p{L})(?:orders?|commandes?|bestell(?:ung|nummer|nr\\.?)|auftrag(?:snummer)?|pedidos?)${LINK}${NUMBER}`,
  'giu',
);
const ORDER_ALONE = /(?<![\p{L}\p{N}-])((?:ORD|SO|CMD)[-–]?\d{3,12}(?:[-–]\d{1,8})?)(?![\p{L}\p{N}])/gu;
/** `SM-20377`: any shop's own prefix. Only believed where something was ordered. */
const ORDER_PREFIXED =
  /(?<![\p{L}\p{N}-])(?!(?:INV|FACT?|RE|RG|VAT|ISO|RFC|DIN|EN)[-–])([A-Z]{1,4}[-–]\d{4,12})(?![\p{L}\p{N}-])/gu;
const ORDERED =
  /(?<!\p{L})(?:order(?:s|ed)?|bought|purchased?|parcel|command[eé]\p{L}*|colis|bestell\p{L}*|paket|gekauft|pedido|compr\p{L}+)(?!\p{L})/iu;
const ORDER_HASH = /(?<![\p{L}\p{N}&/])#(\d{4,12})(?!\d)/gu;
const INVOICE = new RegExp(
  `(?<!\\p{L})(?:invoices?|factures?|rechnung(?:en|snummer|snr\\.?)?|facturas?|receipts?)${LINK}${NUMBER}`,
  'giu',
);
const INVOICE_ALONE =
  /(?<![\p{L}\p{N}-])((?:INV|FAC|FACT|RE|RG)[-–]\d{2,12}(?:[-–]\d{1,8})?)(?![\p{L}\p{N}])/gu;

const SUM = '\\d{1,3}(?:[.,  \\u202f]\\d{3})*(?:[.,]\\d{2})?|\\d{1,7}(?:[.,]\\d{2})?';
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,])((?:[€$£]\\s?(?:${SUM})|(?:EUR|USD|GBP|CHF)\\s(?:${SUM}))(?![\\d])|(?:${SUM})\\s?(?:[€$£]|(?:EUR|USD|GBP|CHF|euros?|dollars?)(?!\\p{L})))`,
  'giu',
);

const MONTH =
  '(?:jan(?:uary|vier|uar)?|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s|z)|märz|marzo|apr(?:il)?|avr(?:il)?|abril|may|mai|mayo|june?|juin|juni|junio|july?|juillet|juli|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|déc(?:embre)?|diciembre|enero|febrero)';
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}./-])(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s(?:de\\s)?${MONTH}\\.?(?:\\s(?:de\\s)?\\d{4})?|${MONTH}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?)(?![\\p{L}\\p{N}])`,
  'giu',
);

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])([a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24})(?![\p{L}\p{N}])/giu;

/** Titles that stand before a name and are no name. */
const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|mlle|monsieur|madame|sr|sra|señor|señora)\.?\s+/iu;

/**
 * The first name out of a display name: `Anna Meyer`, `Meyer, Anna`, `Dr. Anna Meyer`. Null for addresses, handles,
 * company names with signs in them, and everything else that would look wrong after "Hello".
 */
export function firstName(displayName: string): string | null {
  const clean = displayName.trim().replace(TITLES, '');
  if (clean.length > 60 || /[@\d<>{}[\]()/\\|*_:;!?"#]/u.test(clean)) return null;
  const comma = clean.split(',');
  const given =
    (comma.length === 2 ? (comma[1] ?? '') : clean).trim().replace(TITLES, '').split(/\s+/u)[0] ?? '';
  return /^\p{L}[\p{L}\p{M}'’-]{1,29}$/u.test(given) ? given : null;
}

/** What fits the blanks, from the subject and the customer's own messages, the newest first. Never from notes. */
export function findBlanks(seen: Observation): Blanks {
  const letters = seen.messages
    .filter((m) => m.role === 'customer' || m.role === 'unknown')
    .map((m) => m.text);
  const newest = letters.at(-1) ?? '';
  const older = letters.slice(0, -1).reverse().join('\n');
  const from = (...patterns: RegExp[]): string[] =>
    [newest, seen.subject, older].map((text) => all(text, patterns)).find((hits) => hits.length > 0) ?? [];
  const order = [
    () => fieldValues(seen, /^(?:order|commande|bestell|pedido)/i),
    () => from(ORDER, ORDER_ALONE),
    () => (ORDERED.test(`${seen.subject}\n${newest}`) ? from(ORDER_PREFIXED) : []),
    () => all(newest, [ORDER_HASH]),
  ];
  return {
    name: firstName(seen.requester?.name ?? ''),
    email: seen.requester?.email || null,
    order: firstThatFinds(order),
    invoice: firstThatFinds([
      () => from(INVOICE, INVOICE_ALONE),
      () => fieldValues(seen, /^(?:invoice|facture|rechnung|factura)/i),
    ]),
    amount: from(AMOUNT),
    date: from(DATE),
  };
}

function firstThatFinds(ways: (() => string[])[]): string[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** A field of the record such as `Order number`, when it holds a number and nothing else. */
function fieldValues(seen: Observation, label: RegExp): string[] {
  const field = seen.fields.find((f) => f.scope === 'record' && f.kind === 'text' && label.test(f.label));
  return (field?.values ?? [])
    .map((v) => v.trim())
    .filter((v) => /^#?[A-Z]{0,5}[-–]?\d{3,12}(?:[-–]\d{1,8})?$/i.test(v));
}

/** A text written for someone else, with what was theirs turned back into blanks. */
export function toTemplate(text: string): string {
  const keepWord = (blank: string) => (hit: string, value: string) =>
    hit.replace(`#${value}`, value).replace(value, blank);
  return text
    .replace(ORDER, keepWord('{{order}}'))
    .replace(ORDER_ALONE, '{{order}}')
    .replace(ORDER_PREFIXED, '{{order}}')
    .replace(INVOICE, keepWord('{{invoice}}'))
    .replace(INVOICE_ALONE, '{{invoice}}')
    .replace(AMOUNT, '{{amount}}')
    .replace(DATE, '{{date}}')
    .replace(EMAIL, '{{email}}');
}

function all(text: string, patterns: RegExp[]): string[] {
  const values = patterns.flatMap((p) =>
    [...text.slice(0, 20_000).matchAll(p)].map((m) => (m[1] ?? '').trim()),
  );
  return [...new Set(values)].filter((v) => v.length > 0).slice(0, 3);
}

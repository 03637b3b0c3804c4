import type { Language, Library } from '../../core/library';
import type { Ask } from './phrases';

/** What can be honoured of the person's instructions without a language model. */
export interface Wishes {
  language: Language | null;
  shorter: boolean;
  asks: Ask[];
  /** Sentences the person put in quotation marks: taken over word for word. */
  literal: string[];
  /** Words that found something in the knowledge; they decide the subject of the reply. */
  topic: string;
  /** What could not be honoured, as the person wrote it. */
  ignored: string[];
}

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

const IN_LANGUAGE: [Language, RegExp][] = [
  ['en', word('english|anglais|englisch|inglés')],
  ['fr', word('french|français|francais|französisch|francés')],
  ['de', word('german|allemand|deutsch|alemán')],
  ['es', word('spanish|espagnol|spanisch|español|castellano')],
];
const SHORTER = word(
  'short(?:er)?|brief(?:er|ly)?|concise(?:ly)?|kurz|kürzer|knapp|court|bref|breve|más corto',
);
const ASKING = word(
  'ask(?:s|ing)?|request|need(?:s)?|missing|frag(?:e|en)?|demande[rz]?|pide|pedir|pregunta',
);
const ASK_FOR: [Ask, RegExp][] = [
  [
    'order',
    word('order(?:\\s?(?:number|no|id))?|bestell\\p{L}*|(?:numéro de )?commande|(?:número de )?pedido'),
  ],
  ['invoice', word('invoice(?:\\s?(?:number|no|id))?|rechnung\\p{L}*|(?:numéro de )?facture|factura')],
  ['screenshot', word('screen\\s?shots?|photos?|pictures?|bildschirmfoto|capture|captura')],
  [
    'details',
    word('(?:more )?details|more information|what happened|explain|einzelheiten|précisions|detalles'),
  ],
];
/** Left over after a wish was understood: the small words around it say nothing more. */
const FILLER =
  /(?<!\p{L})(?:please|reply|answer|write|draft|respond|it|a|the|in|make|be|and|keep|use|for|me|them|him|her|customer|bitte|antworte|réponds|auf|en)(?!\p{L})/giu;

/** Reads the Instructions box. Only the person writes there; the ticket's text never comes in here. */
export function readWishes(instructions: string, library: Library): Wishes {
  const wishes: Wishes = { language: null, shorter: false, asks: [], literal: [], topic: '', ignored: [] };
  const rest = instructions
    .slice(0, 4000)
    .replace(/["“«„]([^"“”«»„]{3,400})["”»“]/gu, (_all, said: string) => {
      wishes.literal.push(said.trim());
      return ' ';
    });
  let asking = false;
  for (const clause of rest.split(/[.;,\n]|(?<!\p{L})(?:and|et|und|y)(?!\p{L})/iu).map((c) => c.trim())) {
    if (!/\p{L}/u.test(clause.replace(FILLER, '')) || /^(?:say|add|mention)$/iu.test(clause)) continue;
    asking = asking || ASKING.test(clause);
    if (!understand(clause, asking, wishes)) place(clause, library, wishes);
  }
  return wishes;
}

function understand(clause: string, asking: boolean, wishes: Wishes): boolean {
  const language = IN_LANGUAGE.find(([, says]) => says.test(clause))?.[0];
  const asks = asking ? ASK_FOR.filter(([, says]) => says.test(clause)).map(([ask]) => ask) : [];
  const shorter = SHORTER.test(clause);
  if (language) wishes.language = language;
  if (shorter) wishes.shorter = true;
  wishes.asks.push(...asks.filter((ask) => !wishes.asks.includes(ask)));
  return language !== undefined || shorter || asks.length > 0;
}

function place(clause: string, library: Library, wishes: Wishes): void {
  // Instructions are short, so one telling word that the knowledge knows is enough here.
  const known = library.search(clause, { limit: 1 })[0];
  if (known && (known.strong || known.telling)) wishes.topic = `${wishes.topic} ${clause}`.trim();
  else wishes.ignored.push(clause);
}

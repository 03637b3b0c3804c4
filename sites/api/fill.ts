import type { JsonTemplate } from '../../core/site';

/** What a request descriptor may ask for. All come from the bound record and the signed input. */
export interface Blanks {
  id: string;
  value?: string | number;
  values?: string[];
  field?: string;
  messageKey?: string;
  html?: string;
  text?: string;
  /** The idempotency key. */
  key?: string;
  /** What the operation was given, by name. */
  given?: Record<string, string | null>;
  /** What the helpdesk said about this record and is needed to write to it. */
  facts?: Record<string, string>;
}

const BLANK = /\{(\w+)\}/g;

/** Fills a path; every value is percent-encoded, so that a label can never become a path of its own. */
export function fillPath(path: string, blanks: Blanks): string {
  return path.replace(BLANK, (_, name: string) => encodeURIComponent(String(lookUp(blanks, name))));
}

/** Fills a body template. A string that is one blank and nothing else keeps the blank's type. */
export function fillBody(template: JsonTemplate, blanks: Blanks): unknown {
  if (typeof template === 'string') {
    const whole = /^\{(\w+)\}$/.exec(template);
    if (whole?.[1]) return lookUp(blanks, whole[1]);
    return template.replace(BLANK, (_, name: string) => String(lookUp(blanks, name)));
  }
  if (Array.isArray(template)) return template.map((item) => fillBody(item, blanks));
  if (template !== null && typeof template === 'object') {
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) => [
        String(fillBody(key, blanks)),
        fillBody(value, blanks),
      ]),
    );
  }
  return template;
}

function lookUp(blanks: Blanks, name: string): unknown {
  const isOwn = name !== 'facts' && name !== 'given' && Object.hasOwn(blanks, name);
  const own = isOwn ? blanks[name as keyof Blanks] : undefined;
  const given = blanks.given ?? {};
  if (Object.hasOwn(given, name)) return given[name];
  const facts = blanks.facts ?? {};
  const value = own ?? (Object.hasOwn(facts, name) ? facts[name] : undefined);
  if (value === undefined)
    throw new Error(`the request asks for {${name}}, which this operation does not have`);
  return value;
}

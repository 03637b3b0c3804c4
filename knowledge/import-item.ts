import * as z from 'zod/mini';
import { KnowledgeItem, MacroStep } from '../core/knowledge';
import type { KnowledgeStep } from '../core/library';
import { isWellFormedBody } from '../core/markup';
import { reasonWords } from '../core/reasons';
import { ok } from '../core/result';
import { detectLanguage } from './language';
import { fold } from './terms';

/** What a file says of one item, before it is checked. Missing parts are undefined. */
export interface RawItem {
  title: string;
  text: string;
  kind?: string;
  language?: string;
  keywords?: string[];
  steps?: KnowledgeStep[];
  updatedAt?: string;
  url?: string | undefined;
  state?: KnowledgeItem['state'];
}

export interface ImportedFrom {
  /** File name, which becomes the item's origin. */
  name: string;
  /** ISO time of the import. */
  importedAt: string;
}

const Title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const Keywords = z.array(z.string().check(z.maxLength(100))).check(z.maxLength(50));
const Steps = z.array(MacroStep).check(z.maxLength(20));
const Kind = KnowledgeItem.shape.kind;
const LanguageCode = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/));
const When = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/));

/** A checked item without its id, or in words what is wrong with it. */
export function checkItem(
  raw: RawItem,
  from: ImportedFrom,
): { item: Omit<KnowledgeItem, 'id'> } | { flaw: string } {
  const title = Title.safeParse(raw.title);
  if (!title.success)
    return {
      flaw: raw.title.trim() === '' ? 'the title is missing' : 'the title is longer than 200 letters',
    };
  // a macro may be its steps alone
  const isBare = raw.text.trim() === '' && (raw.steps?.length ?? 0) > 0;
  const text = isBare ? ok('') : isWellFormedBody(raw.text.trim());
  if (!text.ok)
    return { flaw: `the text of “${short(raw.title)}” cannot be used: ${reasonWords(text.refusal.code)}` };
  const kind = Kind.safeParse(raw.kind ?? (raw.steps?.length ? 'macro' : 'article'));
  if (!kind.success)
    return { flaw: `“${short(raw.kind ?? '')}” is no kind; use macro, article or past-reply` };
  const language = LanguageCode.safeParse(
    raw.language ?? detectLanguage(`${raw.title}\n${raw.text}`) ?? 'en',
  );
  if (!language.success)
    return { flaw: `“${short(raw.language ?? '')}” is no language; use a code such as en or fr` };
  const keywords = Keywords.safeParse((raw.keywords ?? []).map((k) => k.trim()).filter((k) => k !== ''));
  if (!keywords.success)
    return { flaw: 'there are more than 50 keywords, or one is longer than 100 letters' };
  const steps = Steps.safeParse(raw.steps ?? []);
  if (!steps.success) return { flaw: 'a step is not in the right form' };
  if (raw.url && !/^https:\/\/\S+$/.test(raw.url))
    return { flaw: `“${short(raw.url)}” is no address; it must begin with https://` };
  const updatedAt = When.safeParse(raw.updatedAt ?? from.importedAt);
  if (!updatedAt.success)
    return { flaw: `“${short(raw.updatedAt ?? '')}” is no date; use one such as 2026-05-31` };
  return {
    item: {
      kind: kind.data,
      title: title.data,
      text: text.value,
      language: language.data,
      keywords: keywords.data,
      steps: steps.data,
      origin: from.name,
      updatedAt: updatedAt.data,
      ...(raw.url ? { url: raw.url } : {}),
      ...(raw.state ? { state: raw.state } : {}),
    },
  };
}

/** `macros.csv#refund-policy`: the same file imported again gives the same ids, so it replaces itself. */
export function idFor(fileName: string, title: string, taken: Set<string>): string {
  const slug =
    fold(title)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'item';
  let id = `${fileName}#${slug}`;
  for (let n = 2; taken.has(id); n += 1) id = `${fileName}#${slug}-${n}`;
  taken.add(id);
  return id;
}

export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

import { markupToHtml, markupToText } from '../../../core/markup';
import type { Result } from '../../../core/result';
import type { Inserted, Restored } from '../../../page/editors';
import type { LabTab } from '../../lab/driver';
import type { Lab } from '../../lab/server.mjs';
import { CLOCKED, SCENARIOS, SIGNATURE } from './bodies';

export const CELLS = [
  'model exact',
  'signature kept',
  'what Send posts',
  'undo exact',
  'typing goes on',
  'one Ctrl+Z',
  'undo after typing',
] as const;
export type Cell = (typeof CELLS)[number];

export interface Row {
  scenario: string;
  cells: Record<Cell, string>;
}

export interface Sheet {
  page: string;
  family: string;
  rows: Row[];
  /** It reported success and the model does not hold the text; it reported failure. */
  falseSuccesses: number;
  falseFailures: number;
  medianMs: number;
}

interface Answer {
  result: Result<Inserted>;
  ms: number;
}

/** Fills the matrix for one editor. A cell is `yes`, or says what was seen instead. */
export async function fillSheet(page: string, tab: LabTab, lab: Lab): Promise<Sheet> {
  const hand = new Hand(tab, lab);
  await hand.begin();
  const sheet: Sheet = {
    page,
    family: hand.family,
    rows: [],
    falseSuccesses: 0,
    falseFailures: 0,
    medianMs: 0,
  };
  for (const scenario of SCENARIOS) {
    const cells = Object.fromEntries(CELLS.map((c) => [c, 'not reached'])) as Row['cells'];
    sheet.rows.push({ scenario: scenario.name, cells });
    const start = await hand.expected(scenario.start, null);
    const wanted = [...(await hand.expected(null, scenario.body)), ...start];
    const set = () => hand.set(scenario.start, scenario.caret);

    await set();
    const was = await hand.state();
    let answer = await hand.insert(scenario.body);
    const held = await hand.lines();
    const exact = same(held, wanted);
    if (answer.result.ok && !exact) sheet.falseSuccesses += 1;
    if (!answer.result.ok) sheet.falseFailures += 1;
    cells['model exact'] = verdict(answer, exact, held, wanted);
    cells['signature kept'] = same(held.slice(held.length - start.length), start) ? 'yes' : 'lost';
    if (!answer.result.ok) {
      const kept = hand.difference(was, await hand.state());
      cells['undo exact'] = kept === 'yes' ? 'as it was' : kept;
      continue;
    }
    cells['what Send posts'] = same(await hand.sent(), wanted) ? 'yes' : 'other text';
    const undone = await hand.restore(answer.result.value.restore);
    // Some editors follow the document's selection a tenth of a second late.
    await hand.pause(130);
    cells['undo exact'] = undone.ok ? hand.difference(was, await hand.state()) : undone.refusal.code;

    await set();
    answer = await hand.insert(scenario.body);
    await hand.type('xyz');
    const at = wanted.length - start.length - 1;
    const typed = wanted.map((line, i) => (i === at ? `${line}xyz` : line));
    cells['typing goes on'] = same(await hand.lines(), typed) ? 'yes' : differ(await hand.lines(), typed);
    if (answer.result.ok) {
      const left = await hand.restore(answer.result.value.restore);
      const kept = (await hand.lines()).map((line) => line.replace(/^[•#]\|/, ''));
      const mine = ['xyz', ...start.map((line) => line.replace(/^[•#]\|/, ''))];
      cells['undo after typing'] =
        left.ok && same(kept, mine) ? 'yes' : left.ok ? differ(kept, mine) : left.refusal.code;
    }

    await set();
    await hand.gathered();
    await hand.insert(scenario.body);
    await hand.gathered();
    await hand.press('Control+z');
    cells['one Ctrl+Z'] = same(await hand.lines(), start) ? 'yes' : differ(await hand.lines(), start);
  }
  sheet.medianMs = await hand.clock();
  return sheet;
}

const same = (a: string[], b: string[]) => a.length === b.length && a.every((line, i) => line === b[i]);

function differ(got: string[], wanted: string[]): string {
  const at = wanted.findIndex((line, i) => line !== got[i]);
  const line = at < 0 ? wanted.length : at;
  return `line ${line + 1}: ${JSON.stringify(got[line] ?? null)?.slice(0, 60)}, not ${JSON.stringify(wanted[line] ?? null)?.slice(0, 60)}`;
}

function verdict(answer: Answer, exact: boolean, held: string[], wanted: string[]): string {
  if (!answer.result.ok)
    return `refused: ${answer.result.refusal.code} ${answer.result.refusal.detail ?? ''}`;
  return exact ? 'yes' : differ(held, wanted);
}

interface State {
  model: string;
  html: string;
  selection: string;
}

/** What the test does with one page: as the person through the keyboard, as the product through the content script. */
export class Hand {
  family = '';
  private selector = '';
  private holds = { strong: false, em: false, link: false, list: false };

  constructor(
    readonly tab: LabTab,
    private readonly lab: Lab,
  ) {}

  async begin(): Promise<void> {
    const facts = await this.tab.page.evaluate(() => ({
      selector: window.lab?.selector ?? '',
      holds: window.lab?.holds,
    }));
    this.selector = facts.selector;
    this.holds = facts.holds ?? this.holds;
    this.family = (await this.tab.isolated<{ family: string }>('find', this.selector)).family;
  }

  async set(html: string, caret: number): Promise<void> {
    await this.tab.page.bringToFront();
    await this.tab.page.evaluate(async (source) => window.lab?.set(source), html);
    await this.pause(20);
    await this.tab.isolated('caret', this.selector, caret);
    await this.pause(120);
  }

  insert = (body: string) => this.tab.isolated<Answer>('insert', this.selector, body);
  restore = (point: string) => this.tab.isolated<Result<Restored>>('restore', this.selector, point);
  fingerprint = () => this.tab.isolated<string>('fingerprint', this.selector);
  lines = (): Promise<string[]> =>
    this.settled(() => this.tab.page.evaluate(() => window.lab?.lines() ?? []));
  caret = (at: number) => this.tab.isolated('caret', this.selector, at);

  async type(text: string): Promise<void> {
    await this.tab.page.keyboard.type(text);
    await this.pause(60);
  }

  async press(key: string): Promise<void> {
    await this.tab.page.keyboard.press(key);
    await this.pause(60);
  }

  /** The lines the editor should hold for a start or a body, given what it can hold at all. */
  async expected(start: string | null, body: string | null): Promise<string[]> {
    const plain = !Object.values(this.holds).some(Boolean);
    const html = start ?? (body === null ? '' : markupToHtml(this.holds.list ? body : listsAsText(body)));
    if (!plain) return this.tab.page.evaluate((text) => window.lab?.lines(text) ?? [], html);
    const text = body === null ? await this.plainStart(html) : markupToText(body);
    return text
      .split('\n')
      .map((l) => l.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
  }

  private plainStart = (html: string) =>
    this.tab.page.evaluate((source) => {
      const doc = new DOMParser().parseFromString(source.replace(/<br>/g, '\n'), 'text/html');
      return [...doc.body.children].map((block) => block.textContent ?? '').join('\n');
    }, html);

  async sent(): Promise<string[]> {
    const before = this.lab.posts.length;
    await this.tab.page.evaluate(() => window.lab?.send());
    const post = this.lab.posts[before];
    return this.tab.page.evaluate((text) => window.lab?.lines(text) ?? [], post?.body ?? '');
  }

  async state(): Promise<State> {
    const { model, own } = await this.tab.page.evaluate(() => ({
      model: window.lab?.model() ?? '',
      own: window.lab?.selection?.() ?? '',
    }));
    const { html } = await this.tab.isolated<{ html: string }>('read', this.selector);
    return {
      model,
      html: await this.tab.page.evaluate(sortAttributes, html),
      selection: `${await this.tab.isolated<string>('selection', this.selector)}${own}`,
    };
  }

  difference(was: State, is: State): string {
    if (was.model !== is.model) return `model ${shorten(was.model, is.model)}`;
    if (was.html !== is.html) return `html ${shorten(was.html, is.html)}`;
    if (was.selection !== is.selection) return `selection ${was.selection} → ${is.selection}`;
    return 'yes';
  }

  /** Median of nine inserts of a draft of 600 characters, click to verified. */
  async clock(): Promise<number> {
    const times: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      await this.set(SIGNATURE, 3);
      times.push((await this.insert(CLOCKED)).ms);
    }
    return times.sort((a, b) => a - b)[4] ?? 0;
  }

  /** Two equal answers in a row: a slow machine draws late. */
  private async settled<T>(read: () => Promise<T>): Promise<T> {
    let last = await read();
    for (let tries = 0; tries < 20; tries += 1) {
      await this.pause(40);
      const next = await read();
      if (JSON.stringify(next) === JSON.stringify(last)) return next;
      last = next;
    }
    return last;
  }

  gathered = async () => this.pause(await this.tab.page.evaluate(() => window.lab?.gathers ?? 0));
  pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
}

const listsAsText = (body: string) => body.replace(/^- /gm, '\u200b- ').replace(/^(\d+)\. /gm, '\u200b$1. ');

function shorten(was: string, is: string): string {
  let at = 0;
  while (was[at] === is[at] && at < was.length) at += 1;
  return `…${was.slice(Math.max(0, at - 15), at + 40)}… → …${is.slice(Math.max(0, at - 15), at + 40)}…`;
}

/** The order of attributes says nothing, nor does a number that an editor counts up: it paints them anew. */
function sortAttributes(html: string): string {
  if (!html.includes('<')) return html;
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.innerHTML = html;
  for (const el of holder.querySelectorAll('*')) {
    if (/-\d+$/.test(el.id)) el.removeAttribute('id');
    el.removeAttribute('data-key');
    el.removeAttribute('data-offset-key');
    const all = [...el.attributes]
      .map(({ name, value }) => [name, value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name] of all) el.removeAttribute(name);
    for (const [name, value] of all) el.setAttribute(name, value);
  }
  return holder.innerHTML;
}

import type { Entry } from '../../core/entry';
import type { ActionState, ActionStatus } from '../../core/fold';
import type { RecordRef } from '../../core/record';
import { textsHtml } from './change';
import { escapeHtml, factsHtml, timeHtml } from './html';
import type { ReportHead, ReportSource } from './source';

const STATUS_WORDS: Record<ActionStatus, string> = {
  proposed: 'proposed, not signed',
  approved: 'signed, not sent',
  started: 'begun, outcome not known',
  done: 'done',
  failed: 'failed',
  unknown: 'not known whether it happened',
  rejected: 'rejected',
  cancelled: 'cancelled, not sent',
};

const TONES = new Set<ActionStatus>(['done', 'failed', 'unknown', 'started']);

/** What the report is made from, and what was found about it. */
export function headHtml(head: ReportHead): string {
  const { checked } = head;
  const rows: [string, string][] = [
    ['Exported', timeHtml(head.exportedAt)],
    [
      'Holds',
      `${escapeHtml(head.part)}; ${head.entryCount} entries (${head.fromSeq} to ${head.toSeq}); ${escapeHtml(head.texts)}`,
    ],
    ['Installation', `<code>${escapeHtml(head.installationId)}</code>`],
  ];
  if (checked)
    rows.push(
      ['Head', `<code>${head.toSeq}:${escapeHtml(checked.head)}</code>`],
      ['Key', `<code>${escapeHtml(checked.key)}</code>`],
    );
  return `<h1>What was done</h1>\n${wholeHtml(checked)}${factsHtml(rows)}\n`;
}

function wholeHtml(checked: ReportHead['checked']): string {
  if (!checked)
    return `<p>This page is for reading. It proves nothing by itself: export the log as JSON Lines for a file that anyone can verify.</p>\n`;
  const follows = checked.isWholeLog ? ' and follows from the one before it' : '';
  return `<div class="whole"><p>The file is whole: every entry matches its hash${follows}, and the signature holds. So nothing was changed since it was exported. Whether the log had been written anew before that shows only when you compare the head and the key with a copy kept elsewhere.</p></div>\n`;
}

/** One action, with what it changed. `byId` has all of them: what it took back, and what took it back, are named. */
export async function actionHtml(
  state: ActionState,
  { text, shown }: ReportSource,
  byId: ReadonlyMap<string, ActionState>,
): Promise<string> {
  const titleOf = async ({ contents, tool }: ActionState): Promise<string> =>
    (contents.title ? await text(contents.title) : null) ?? (tool.replaceAll('_', ' ') || 'unnamed action');
  const linkTo = async (id: string | null): Promise<string | null> => {
    if (id === null) return null;
    const other = byId.get(id);
    const words = other
      ? `${await titleOf(other)} (entries ${other.seq} to ${other.lastSeq})`
      : `an action that is not in this file (${id})`;
    return `<a href="#${escapeHtml(idOf(id))}">${escapeHtml(words)}</a>`;
  };
  const others = { takesBack: await linkTo(state.undoes), takenBackBy: await linkTo(state.undoneBy) };
  const texts = new Map<string, string | null>();
  for (const name of Object.keys(state.contents).sort(byReading))
    texts.set(name, await text(state.contents[name] ?? ''));
  const tone = TONES.has(state.status) ? state.status : 'other';
  const title = await titleOf(state);
  return `<article id="${escapeHtml(idOf(state.actionId))}">
<span class="status ${tone}">${escapeHtml(STATUS_WORDS[state.status])}${state.undoneBy === null ? '' : ', then taken back'}</span>
<h3>${state.undoes === null ? '' : 'Undo: '}${escapeHtml(title)}</h3>
${factsHtml(actionFacts(state, texts.get('subject') ?? null, shown, others))}${textsHtml(texts)}
</article>
`;
}

function actionFacts(
  state: ActionState,
  subject: string | null,
  shown: ReportSource['shown'],
  { takesBack, takenBackBy }: { takesBack: string | null; takenBackBy: string | null },
): [string, string][] {
  const { record } = state;
  const how = [
    state.class && `class ${escapeHtml(state.class)}`,
    state.channel && `through the ${escapeHtml(state.channel)}`,
  ].filter(Boolean);
  const facts: [string, string | null][] = [
    ['When', `${timeHtml(state.at)} (entries ${state.seq} to ${state.lastSeq})`],
    ['Record', record ? recordHtml(record, subject) : null],
    ['Account', state.account ? escapeHtml(shown(state.account)) : null],
    ['How', how.join(', ') || null],
    ['Reason', state.reason ? escapeHtml(state.reason) : null],
    ['Takes back', takesBack],
    ['Taken back by', takenBackBy],
  ];
  return facts.flatMap(([name, html]): [string, string][] => (html === null ? [] : [[name, html]]));
}

function recordHtml({ type, id, host, site }: RecordRef, subject: string | null): string {
  const words = `${type} ${id} on ${host} (${site})`;
  return escapeHtml(subject ? `${subject}, ${words}` : words);
}

function idOf(actionId: string): string {
  return `action-${encodeURIComponent(actionId)}`;
}

/** Before stands left of after. */
function byReading(a: string, b: string): number {
  const place = (name: string): number => ['input', 'before', 'after'].indexOf(name);
  return place(a) - place(b) || (a < b ? -1 : 1);
}

export const ENTRIES_START = `<h2>Every entry</h2>
<table class="entries"><thead><tr><th style="width:6%">Seq</th><th style="width:13%">Time</th><th style="width:16%">What</th><th style="width:8%">By</th><th>Data</th></tr></thead><tbody>
`;

export function entryHtml(entry: Entry, shown: ReportSource['shown']): string {
  return `<tr><td>${entry.seq}</td><td>${timeHtml(entry.at)}</td><td>${escapeHtml(entry.kind)}</td><td>${escapeHtml(entry.actor.kind)}</td><td><code>${escapeHtml(shown(JSON.stringify(entry.data))).replaceAll(',', ',<wbr>')}</code></td></tr>
`;
}

export const ENTRIES_END = '</tbody></table>\n';

import { escapeHtml, factsHtml, timeHtml } from './html.mjs';

const STATUS_WORDS = {
  proposed: 'proposed, not signed',
  approved: 'signed, not sent',
  started: 'begun, outcome not known',
  done: 'done',
  failed: 'failed',
  unknown: 'not known whether it happened',
  rejected: 'rejected',
  cancelled: 'cancelled, not sent',
};

/** What the file is, and what was found about it. @param {Record<string, any>} checked */
export function headHtml({ header, trailer, entryCount, contentCount, key }) {
  const filter =
    header.filter === null ? 'the whole log' : `a part of it: ${escapeHtml(JSON.stringify(header.filter))}`;
  const facts = factsHtml([
    ['Exported', timeHtml(header.exportedAt)],
    [
      'Holds',
      `${filter}; ${entryCount} entries (${header.fromSeq} to ${header.toSeq}), ${contentCount} texts (${escapeHtml(header.contents)})`,
    ],
    ['Installation', `<code>${escapeHtml(header.installationId)}</code>`],
    ['Head', `<code>${header.toSeq}:${escapeHtml(trailer.head)}</code>`],
    ['Key', `<code>${escapeHtml(key)}</code>`],
  ]);
  return `<h1>What was done</h1>
<div class="whole"><p>This file is whole: every entry matches its hash${header.filter === null ? ' and follows from the one before it' : ''}, and the signature holds. So nothing was changed since it was exported. Whether the log had been written anew before that shows only when you compare the head and the key with a copy kept elsewhere.</p></div>
${facts}
`;
}

/**
 * One action, with the texts it changed.
 * @param {Record<string, any>} state as the fold gives it
 * @param {(hash: string) => Promise<string | null>} textOf
 */
export async function actionHtml(state, textOf) {
  const tone =
    { done: 'done', failed: 'failed', unknown: 'unknown', started: 'started' }[state.status] ?? 'other';
  const texts = [];
  for (const name of Object.keys(state.contents).sort(byReading)) {
    const text = await textOf(state.contents[name]);
    const body = text === null ? '<em>not in this file</em>' : escapeHtml(text);
    texts.push(
      `<div><div class="label">${escapeHtml(name)}</div><div class="text" dir="auto">${body}</div></div>`,
    );
  }
  return `<article id="${escapeHtml(idOf(state.actionId))}">
<span class="status ${tone}">${escapeHtml(STATUS_WORDS[state.status])}${state.undoneBy === null ? '' : ', then taken back'}</span>
<h3>${escapeHtml(state.tool.replaceAll('_', ' ') || 'unnamed action')}</h3>
${factsHtml(actionFacts(state))}${texts.length > 0 ? `<div class="texts">${texts.join('')}</div>` : ''}
</article>
`;
}

/** @param {Record<string, any>} state @returns {[string, string][]} */
function actionFacts(state) {
  const { record } = state;
  const facts = [
    ['When', `${timeHtml(state.at)} (entries ${state.seq} to ${state.lastSeq})`],
    ['Record', record ? escapeHtml(`${record.type} ${record.id} on ${record.host} (${record.site})`) : null],
    ['Account', state.account ? escapeHtml(state.account) : null],
    [
      'How',
      [
        state.class && `class ${escapeHtml(state.class)}`,
        state.channel && `through the ${escapeHtml(state.channel)}`,
      ]
        .filter(Boolean)
        .join(', ') || null,
    ],
    ['Reason', state.reason ? escapeHtml(state.reason) : null],
    ['Takes back', state.undoes ? linkTo(state.undoes) : null],
    ['Taken back by', state.undoneBy ? linkTo(state.undoneBy) : null],
  ];
  return facts.filter(([, html]) => html !== null);
}

function linkTo(actionId) {
  return `<a href="#${escapeHtml(idOf(actionId))}">${escapeHtml(actionId)}</a>`;
}

function idOf(actionId) {
  return `action-${encodeURIComponent(actionId)}`;
}

/** Before stands left of after. */
function byReading(a, b) {
  const place = (name) => ['input', 'before', 'after'].indexOf(name);
  return place(a) - place(b) || (a < b ? -1 : 1);
}

export const ENTRIES_START = `<h2>Every entry</h2>
<table><thead><tr><th style="width:4rem">Seq</th><th style="width:11rem">Time</th><th style="width:9rem">What</th><th style="width:5rem">By</th><th>Data</th></tr></thead><tbody>
`;

/** @param {Record<string, any>} entry */
export function entryHtml(entry) {
  return `<tr><td>${entry.seq}</td><td>${timeHtml(entry.at)}</td><td>${escapeHtml(entry.kind)}</td><td>${escapeHtml(entry.actor.kind)}</td><td><code>${escapeHtml(JSON.stringify(entry.data))}</code></td></tr>
`;
}

export const ENTRIES_END = '</tbody></table>\n';

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byAgent, rowWords } from './ledger.mjs';
import { must } from './see.mjs';

/** The steps that prove it afterwards: the exported log, its check, and the helpdesk as it was. */

export async function exportLog(walk) {
  const { panel, folder, seen, picture } = walk;
  const [download] = await Promise.all([
    panel.page.waitForEvent('download'),
    panel.press(panel.button('Export log')),
  ]);
  const file = join(folder, 'log.jsonl');
  await download.saveAs(file);
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const entries = lines.filter((line) => line.type === 'entry');
  must(
    lines[0]?.type === 'header' && lines.at(-1)?.type === 'trailer',
    'The file has a header and a trailer',
  );
  seen(`${file}: ${entries.length} entries, from header to signed trailer.`);
  await picture(panel.button('Export log'));
  walk.entries = entries;
}

/** Each row that the extension caused has its signed, started and finished action in the log, and the other way round. */
export async function compare({ desk, entries, done, undone, start, seen }) {
  const rows = byAgent(desk.ledger()).map(rowWords);
  const expected = [...done.map((one) => one.row), ...undone];
  must(
    same(rows, expected),
    `The ledger holds the cards and their undos and nothing else (${expected.length})`,
    rows,
  );
  seen(
    `The ledger holds ${rows.length} rows of the extension: ${done.length} approved cards and ${undone.length} undos, nothing else.`,
  );
  const of = (kind) => entries.filter((e) => e.kind === kind && e.data.tool !== 'insert_draft');
  for (const kind of ['approval.granted', 'action.started', 'action.done'])
    must(of(kind).length === rows.length, `The log has one ${kind} for each row`, of(kind).length);
  seen(`The log has as many approvals, starts and ends: ${rows.length} of each.`);
  seeState({ before: start, after: desk.state(), desk, seen });
}

/** The desk as it was before, but for the sent message and what rules added. */
function seeState({ before, after, desk, seen }) {
  const left = structuredClone(after);
  const byOthers = desk.ledger().filter((row) => row.by === 'rule');
  for (const row of byOthers) {
    const ticket = left.tickets[row.record.split(':')[1]];
    if (row.operation === 'add-tag') ticket.tags = ticket.tags.filter((tag) => tag !== row.after);
  }
  for (const row of byAgent(desk.ledger()).filter((one) => one.operation === 'reply')) {
    const ticket = left.tickets[row.record.split(':')[1]];
    ticket.messages = ticket.messages.filter((message) => message.id !== row.after.id);
  }
  const differs = Object.keys(before.tickets).filter((id) => !same(before.tickets[id], left.tickets[id]));
  must(differs.length === 0 && same(before.contacts, left.contacts), 'The helpdesk is as it was', differs);
  seen('The helpdesk is as it was at the start, but for two things:');
  seen('  the reply: it left as a mail, and a mail cannot be called back. That is why it was held first.');
  seen(
    `  what the desk’s own rules did: ${byOthers.map(rowWords).join(', ') || 'nothing'}. The receipt lists it.`,
  );
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export async function verify({ root, folder, seen }) {
  const tool = (file) =>
    spawnSync(process.execPath, [join(root, 'scripts', 'log.mjs'), 'verify', file], { encoding: 'utf8' });
  const whole = tool(join(folder, 'log.jsonl'));
  writeFileSync(join(folder, 'verify.txt'), `${whole.stdout}${whole.stderr}`);
  must(
    whole.status === 0,
    'verify says that the log is whole',
    `${whole.status} ${whole.stdout}${whole.stderr}`,
  );
  seen(whole.stdout.trim().split('\n')[0]);
  const text = readFileSync(join(folder, 'log.jsonl'), 'utf8');
  const forged = join(folder, 'log-with-one-word-changed.jsonl');
  writeFileSync(forged, text.replace('Maya Lindqvist', 'Maya Lindquist'));
  const caught = tool(forged);
  must(caught.status > 2, 'verify notices one changed letter', `${caught.status} ${caught.stdout}`);
  seen(`One letter changed in a copy: ${caught.stdout.trim().split('\n')[0]} (exit code ${caught.status})`);
}

import { expect, it } from 'vitest';
import { abilityLines, ownToolLines } from '../../../components/record/ability-words';

it('says what can be done, one line for each way', () => {
  expect(
    abilityLines([
      { tool: 'read_record', class: 'R0', channel: 'page' },
      { tool: 'insert_draft', class: 'R1', channel: 'page' },
      { tool: 'add_tag', class: 'R2', channel: 'session' },
      { tool: 'add_tag', class: 'R2', channel: 'session' },
      { tool: 'remove_note', class: 'R2', channel: 'token' },
    ]),
  ).toEqual(['On the page itself: insert a draft.', 'With this page’s session: add tags.']);
  expect(abilityLines([{ tool: 'read_record', class: 'R0', channel: 'page' }])).toEqual(abilityLines([]));
  expect(abilityLines([])).toEqual(['Nothing can be changed here. Drafting and Copy still work.']);
});

it('the tools of an admin’s files, and those that still lack something', () => {
  expect(ownToolLines(null)).toEqual([]);
  expect(ownToolLines({ ready: [], waiting: [] })).toEqual([]);
  expect(
    ownToolLines({ ready: ['Look up order …', 'Refund … EUR'], waiting: ['Create the issue “…”'] }),
  ).toEqual([
    'Your own tools, in Review: Look up order … · Refund … EUR.',
    'Your own tools that wait for a host or a key in Settings, under Tools: Create the issue “…”.',
  ]);
});

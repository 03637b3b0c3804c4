import { expect, it } from 'vitest';
import { abilityLines } from '../../../components/record/ability-words';

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

import { describe, expect, it } from 'vitest';
import { changedBy, type HistoryLine } from '../../sites/api/history';
import { prove } from '../../tools/parts/act';
import { effectTool, fakeDesk, QUICK, ticket } from './support';

const ADDED = [{ field: 'Tag', before: null, after: 'vip' }];
const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
const line = (who: string, change: Partial<HistoryLine> = {}): HistoryLine => ({
  who,
  field: 'tags',
  before: '',
  after: 'vip',
  ...change,
});

/** The tag is there after a panel was closed in the midst of it; the look before is not known. */
async function settledWith(history: HistoryLine[] | null, account?: string) {
  const start = ticket();
  start.fields.find((field) => field.name === 'tags')?.values.push('vip');
  if (account !== undefined) start.account = account;
  const desk = fakeDesk(start);
  if (history) desk.ports.reader.changedBy = async (...about) => changedBy(history, ...about);
  const { status } = await prove({
    tool: effectTool('add_tag'),
    input: { tag: 'vip' },
    before: structuredClone(start),
    changes: ADDED,
    answer: lost,
    ports: desk.ports,
    patience: QUICK,
  });
  return status;
}

describe('a tag that is there now, and was not when it was begun', () => {
  const me = ticket().account;

  it('was added by this account, says the history: done', async () => {
    expect(await settledWith([line('Omar', { after: 'other' }), line(me)])).toBe('done');
  });

  it.each([
    ['was added by somebody else after it', [line(me), line(me, { before: 'vip', after: '' }), line('Omar')]],
    ['was added by somebody else', [line('Omar')]],
    ['was taken away last', [line(me), line(me, { before: 'vip', after: '' })]],
    ['another field of that value', [line(me, { field: 'status' })]],
    ['another tag', [line(me, { after: 'vips' })]],
    ['no line at all', []],
    ['no history to be had', null],
  ])('%s: not certain', async (_, history) => {
    expect(await settledWith(history)).toBe('unknown');
  });

  it('a page that names nobody proves nothing', async () => {
    expect(await settledWith([line('')], '')).toBe('unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { masked } from '../../storage/sensitive';
import { check } from './check-text';
import { actionFact, doneAction, must, newProfile, openPanel, text } from './harness';

async function joined(lines: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const line of lines) all += line;
  return all;
}

describe('masking', () => {
  it.each([
    ['write to ann.o’neil+x@mail.example.co.uk now', 'write to [e-mail] now'],
    ['müller@bücher.example', '[e-mail]'],
    ['card 4111 1111 1111 1111, thanks', 'card [card number], thanks'],
    ['card 4111-1111-1111-1111', 'card [card number]'],
    ['call +49 (0)30 901820 or 020 7946 0018', 'call [phone number] or [phone number]'],
    ['key sk-abcdefghijklmnopqrstuv', 'key [secret]'],
    ['password: hunter2!', 'password: [secret]'],
    ['ghp_abcdefghijklmnopqrstuvwx0123', '[secret]'],
    ['Bearer abc.def-123456', 'Bearer [secret]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '[secret]'],
    ['-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----', '[secret]'],
  ])('%s', (plain, expected) => {
    expect(masked(plain)).toBe(expected);
  });

  it.each([
    'on 2026-03-03 at 10:15',
    'order 4711',
    'the token expired',
    'Room 12, 3rd floor',
    'https://shop.example/a/b',
  ])('leaves alone: %s', (plain) => {
    expect(masked(plain)).toBe(plain);
  });
});

describe('the choices of an export', () => {
  async function store() {
    const open = await openPanel(newProfile());
    must(await open.appendAll(doneAction('a1', { account: 'ada@desk.example', reason: '=1+1' })));
    must(
      await open.append(
        actionFact('action.proposed', 'a2', {
          runId: 'run-2',
          contents: { input: text('Call 030 901820 99, ann@example.com'), title: text('Add "vip", please') },
        }),
      ),
    );
    return open;
  }

  it('redacted: texts with an address in them are left out, the others verify', async () => {
    const open = await store();
    const file = must(await open.exportText({ filter: null, contents: 'redacted' }));
    expect(await check(file)).toEqual({ code: 0, words: '' });
    expect(file).toContain('"contents":"redacted"');
    expect(file).not.toContain('ann@example.com');
    expect(file).toContain('Add \\"vip\\", please');
  });

  it('each part, with each choice of contents, verifies', async () => {
    const open = await store();
    const [first] = await open.entries();
    const record = { site: 'demo-desk', host: '127.0.0.1:4000', type: 'ticket', id: '17' };
    const filters = [
      null,
      { runId: 'run-2' },
      { recordKey: JSON.stringify(Object.values(record)) },
      { from: first?.at ?? '', to: first?.at ?? '' },
    ];
    for (const filter of filters)
      for (const contents of ['all', 'none', 'redacted'] as const) {
        const file = must(await open.exportText({ filter, contents }));
        expect([filter, contents, await check(file)]).toEqual([filter, contents, { code: 0, words: '' }]);
      }
    expect(await open.exportText({ filter: { runId: 'none' }, contents: 'all' })).toMatchObject({
      refusal: { code: 'nothing-to-export' },
    });
    expect(await joined(open.exportCsv({ filter: { runId: 'none' }, contents: 'all' }))).toBe('');
  });

  it('as a table: one line an entry, quoted, and no cell a spreadsheet would run', async () => {
    const open = await store();
    const csv = await joined(open.exportCsv({ filter: null, contents: 'all' }));
    const rows = csv.split('\r\n');
    expect(rows).toHaveLength((await open.entries()).length + 2);
    expect(csv).toContain(`"'=1+1"`);
    expect(csv).toContain('Add \\""vip\\"", please');
    for (const sign of ['=', '+', '-', '@', '\t', ' =', '\uff1d']) {
      must(
        await open.append(actionFact('action.failed', 'x', { data: { reason: `${sign}HYPERLINK("x")` } })),
      );
      expect(await joined(open.exportCsv({ filter: null, contents: 'none' }))).toContain(
        `"'${sign}HYPERLINK(""x"")"`,
      );
    }
    const masked = await joined(open.exportCsv({ filter: null, contents: 'redacted' }));
    expect(masked).not.toMatch(/ann@example|ada@desk/);
    expect(masked).toContain('Call [phone number], [e-mail]');
  });

  it('as a page: says that it proves nothing by itself, and masks where asked to', async () => {
    const open = await store();
    const page = await joined(open.exportReport({ filter: null, contents: 'redacted' }));
    expect(page).toContain('It proves nothing by itself');
    expect(page).not.toContain('This file is whole');
    expect(page).not.toMatch(/ann@example|ada@desk/);
    expect(page).toContain('[e-mail]');
    expect(page).toMatch(/@media print/);
  });
});

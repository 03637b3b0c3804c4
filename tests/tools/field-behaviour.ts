import { expect, test } from 'vitest';
import { type FieldState, findField, type Observation } from '../../core/observation';
import { effectTool, expectStrictInput, fakeDesk, go, PROTOTYPE_NAMES, roundTrip, ticket } from './support';

interface FieldCase {
  name: string;
  /** The field of the fake ticket that it writes. */
  field: string;
  scope: FieldState['scope'];
  label: string;
  /** What stands there, and what is set. */
  from: string;
  to: string;
  input: (value: string) => Record<string, string>;
}

const accepted = { outcome: 'accepted' } as const;

/** What every tool that sets one field must do. */
export function behavesAsFieldTool({ name, field, scope, label, from, to, input }: FieldCase): void {
  const tool = effectTool(name);
  const change = (how: (field: FieldState) => Partial<FieldState>): Observation => {
    const seen = ticket();
    const found = findField(seen, field, scope);
    if (!found) throw new Error(`the fake ticket has no ${field}`);
    Object.assign(found, how(found));
    return seen;
  };
  const codeOf = (value: string, seen: Observation) => {
    const preview = tool.preview(input(value), seen);
    return preview.ok ? 'ok' : preview.refusal.code;
  };

  test('takes its own keys and nothing else', () => {
    expectStrictInput(name, input(to));
  });

  test('shows what changes, with the labels of the page', () => {
    expect(tool.preview(input(to), ticket())).toEqual({
      ok: true,
      value: [{ field: label, before: from, after: to }],
    });
    expect(tool.title(input(to))).toContain(to);
  });

  test('refuses what is so already, what is not there, what cannot be written, and a list of tags', () => {
    expect(codeOf(from, ticket())).toBe('already-so');
    expect(codeOf(to, ticket({ fields: [] }))).toBe('no-such-field');
    expect(
      codeOf(
        to,
        change(() => ({ writable: false })),
      ),
    ).toBe('no-such-field');
    expect(
      codeOf(
        to,
        change(() => ({ kind: 'tags' })),
      ),
    ).toBe('no-such-field');
  });

  test('refuses what the page does not offer, letter for letter', () => {
    const choice = change(() => ({ kind: 'choice', options: [from, to] }));
    expect(codeOf(to, choice)).toBe('ok');
    for (const value of [to.toLowerCase(), `${to} `, 'Elsewhere', '3', ...PROTOTYPE_NAMES]) {
      expect(codeOf(value, choice), value).toBe('unknown-value');
    }
  });

  test('writes that field, and only if the guard lets it', async () => {
    const desk = fakeDesk();
    const stopped = await tool.commit(input(to), desk.ports, () => ({ code: 'other-account' }));
    expect(stopped).toEqual({ outcome: 'refused', refusal: { code: 'other-account' } });
    expect(desk.effects).toEqual([]);
    expect(await tool.commit(input(to), desk.ports, go)).toEqual(accepted);
    expect(desk.effects).toEqual([`${scope}.${field} = ${to}`]);
  });

  test('is proved by the record alone', () => {
    const done = change(() => ({ values: [to] }));
    expect(tool.verify(input(to), ticket(), done, accepted)).toBe('confirmed');
    expect(tool.verify(input(to), ticket(), ticket(), accepted)).toBe('not-found');
    expect(tool.verify(input(to), ticket(), ticket({ fields: [] }), accepted)).toBe('unknown');
    // An answer that got lost is settled by what the record says, too.
    const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
    expect(tool.verify(input(to), ticket(), done, lost)).toBe('confirmed');
  });

  test('is taken back by setting what was there before', async () => {
    expect(await roundTrip(name, input(to))).toEqual([
      `${scope}.${field} = ${to}`,
      `${scope}.${field} = ${from}`,
    ]);
  });

  test('where nothing was set before, undo is a call that can be made, or a refusal in words', () => {
    if (tool.class === 'R4') throw new Error(`${name} is irreversible`);
    const before = [{ field: label, before: '', after: to }];
    const seed = tool.compensate({ input: input(to), before, messageKey: null, restore: null, class: 'R2' });
    if (seed.ok) expect(tool.input.safeParse(seed.value.input).success).toBe(true);
    else expect(seed.refusal.code).toBe('nothing-to-undo');
  });

  test('without a value before there is nothing to put back', () => {
    if (tool.class === 'R4') throw new Error(`${name} is irreversible`);
    const receipt = { input: input(to), messageKey: null, restore: null, class: 'R2' };
    const gone = { refusal: { code: 'nothing-to-undo' } };
    expect(tool.compensate({ ...receipt, before: [] })).toMatchObject(gone);
    expect(
      tool.compensate({ ...receipt, before: [{ field: label, before: null, after: to }] }),
    ).toMatchObject(gone);
  });
}

import { sentence, snake } from '../new/names.mjs';

/** Files of a new tool, path → text. It works as it stands: it sets one labelled field, and takes it back. */
export function toolFiles(name) {
  return { [`tools/${name}.ts`]: tool(name), [`tests/tools/${name}.test.ts`]: test(name) };
}

/** What to do next, for the person who asked for it. */
export function toolSteps(name) {
  return [
    `tools/${name}.ts: the lines that begin with “Fill in”.`,
    `tests/tools/${name}.test.ts: what it must refuse, and that undo restores.`,
  ];
}

const tool = (name) => `import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type ReversibleTool } from '../core/tool';
import { commitField, FIELD_ERRORS, onlyField, previewField, valueBefore, verifyField } from './parts/field-tool';
import { Label } from './parts/inputs';

// Fill in: what a model may say. Never a ticket, an address, a selector or any other target.
const Input = z.strictObject({ value: Label });
type Input = z.infer<typeof Input>;

// Fill in: the field as the site files name it. A tool that sets no field calls ports.writer by itself.
const FIELD = { scope: 'record', name: '${name}' } as const;

/** Fill in: what it does, in one sentence, and what it never does. */
export default defineTool<Input, ReversibleTool<Input>>({
  name: '${snake(name)}',
  version: 1,
  // Fill in: one sentence that a model and a person both understand.
  description: '${sentence(name)}, by the label shown on the page.',
  title: ({ value }) => \`${sentence(name)}: “\${value}”\`,
  input: Input,
  // Fill in: R1 nobody sees it, R2 restorable, R3 only a visible counter-action, R4 irreversible.
  class: 'R2',
  offeredIn: ['Review'],
  audience: 'team',
  externalEffect: 'possible',
  money: false,
  // Fill in: what the helpdesk's account must be allowed to do, after “the right to”.
  right: 'change tickets',
  errors: FIELD_ERRORS,
  budget: { calls: 3, ms: 20_000 },
  masked: [],
  preconditions: ['record', 'field'],
  observes: true,
  idempotency: 'value',
  concurrency: 'compare-and-set',
  editable: 'value',
  // Fill in: what of the record it touches, and the write of an API that does it. It is offered where that is there.
  touches: onlyField(FIELD, 'field'),
  preview: ({ value }, seen) => previewField(FIELD, value, seen),
  commit: ({ value }, ports, guard) => commitField(FIELD, value, ports, guard),
  verify: ({ value }, _before, after) => verifyField(FIELD, value, after),
  compensate: (receipt) => {
    const before = valueBefore(receipt.before);
    return before.ok ? ok({ tool: '${snake(name)}', input: { value: before.value } }) : before;
  },
});
`;

const test = (name) => `import { expect, test } from 'vitest';
import type { FieldState } from '../../core/observation';
import tool from '../../tools/${name}';
import { expectStrictInput, fakeDesk, roundTrip, ticket } from './support';

const field: FieldState = {
  name: '${name}',
  label: '${sentence(name)}',
  scope: 'record',
  kind: 'choice',
  values: ['Before'],
  options: ['Before', 'After'],
  writable: true,
};
const seen = () => ticket({ fields: [...ticket().fields, structuredClone(field)] });

test('takes its own keys and nothing else', () => {
  expectStrictInput('${snake(name)}', { value: 'After' });
});

test('shows what changes, and refuses what is not there', () => {
  expect(tool.preview({ value: 'After' }, seen())).toEqual({
    ok: true,
    value: [{ field: '${sentence(name)}', before: 'Before', after: 'After' }],
  });
  expect(tool.preview({ value: 'Elsewhere' }, seen())).toMatchObject({ refusal: { code: 'unknown-value' } });
  expect(tool.preview({ value: 'Before' }, seen())).toMatchObject({ refusal: { code: 'already-so' } });
  expect(tool.preview({ value: 'After' }, ticket())).toMatchObject({ refusal: { code: 'no-such-field' } });
});

test('writes only if the guard lets it', async () => {
  const desk = fakeDesk(seen());
  await tool.commit({ value: 'After' }, desk.ports, () => ({ code: 'other-record' }));
  expect(desk.effects).toEqual([]);
});

test('is taken back by setting what was there before', async () => {
  expect(await roundTrip('${snake(name)}', { value: 'After' }, seen())).toEqual([
    'record.${name} = After',
    'record.${name} = Before',
  ]);
});
`;

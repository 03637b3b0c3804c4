import { expect, test } from 'vitest';
import { summarizeWith } from '../../agent/summarize';
import { createLibrary } from '../../knowledge/library';
import { createOfflineEngine } from '../../model/offline';
import { buildPrompt } from '../../model/prompt';
import tool from '../../tools/summarize';
import { expectStrictInput, message, reads, ticket } from './support';

test('takes nothing, and changes nothing', () => {
  expectStrictInput('summarize', {});
  expect(tool.class).toBe('R0');
});

test('hands the thread to the engine, and asks none where there is none', async () => {
  const asked: string[] = [];
  const engine = reads({
    summarize: async (seen) => {
      asked.push(seen.subject);
      return 'Wants her jacket.';
    },
  });
  expect(await tool.read({}, ticket(), engine)).toBe('Wants her jacket.');
  expect(await tool.read({}, ticket({ messages: [] }), engine)).toContain('no conversation');
  expect(asked).toEqual(['The jacket is late']);
});

test('offline it is an extract that says so: the first telling sentence of each message', async () => {
  const engine = createOfflineEngine(createLibrary([]));
  const seen = ticket({
    messages: [
      message('m1', 'customer', 'Hello there.\nMy jacket has not come yet. Please look.'),
      message('m2', 'note', 'The carrier lost it on Monday. We send another.'),
    ],
  });
  const about = { mode: 'Review' as const, seen, signal: new AbortController().signal };
  const used: number[] = [];
  const text = await summarizeWith(engine, about, ({ costMicroUsd }) => void used.push(costMicroUsd));
  expect(text.split('\n')).toEqual([
    'An extract, and no summary: no language model is in use.',
    '- Customer Maya: My jacket has not come yet.',
    '- Internal note Maya: The carrier lost it on Monday.',
  ]);
  expect(used).toEqual([0]);
});

test('a model is asked for a summary, and for nothing that the mode would ask', () => {
  const request = {
    mode: 'Review' as const,
    task: 'summary' as const,
    instructions: '',
    ownDraft: '',
    siteNote: null,
    seen: ticket(),
    tools: [],
    turns: [],
    signal: new AbortController().signal,
  };
  const [system] = buildPrompt(request, [], 'mark');
  expect(system?.content).toContain('Summarise the conversation');
  expect(system?.content).not.toContain('Propose what should be done');
});

import { expect, it } from 'vitest';
import type { KnowledgeItem } from '../../core/knowledge';
import { createLibrary } from '../../knowledge/library';
import { createOfflineEngine } from '../../model/offline';
import { ownMacros } from '../../model/own-macros';
import { offers, request, run } from './look';

const item = (change: Partial<KnowledgeItem>): KnowledgeItem => ({
  id: 'own',
  kind: 'macro',
  title: 'Ask for the order',
  text: 'Hi {{name}}, which order is it? We have {{agent.name}} on it. It may be {{order}}.',
  language: 'en',
  keywords: [],
  steps: [{ tool: 'set_status', value: 'Pending' }],
  origin: 'macros.csv',
  updatedAt: '2026-05-01',
  ...change,
});
const blanks = { name: 'Anna', email: null, order: ['48213'], invoice: [], amount: [], date: [] };

it('a macro of one’s own is its steps, then its text in the reply box with its blanks filled', () => {
  expect(ownMacros([item({})], blanks)).toEqual([
    {
      label: 'Ask for the order',
      origin: 'own',
      parts: [
        { tool: 'set_status', input: { status: 'Pending' } },
        { tool: 'insert_draft', input: { body: 'Hi Anna, which order is it? It may be 48213.' } },
      ],
      unclear: null,
    },
  ]);
});

it('its steps may hold a note or a reply; articles and past replies are no macros', () => {
  const steps: KnowledgeItem['steps'] = [
    { tool: 'set_field', field: 'Product', value: 'Boots' },
    { tool: 'add_note', value: 'Asked {{name}}.' },
    { tool: 'send_reply', value: 'Which order, {{name}}?' },
  ];
  const [macro] = ownMacros([item({ steps, text: '' }), item({ kind: 'article', title: 'Other' })], blanks);
  expect(macro?.parts).toEqual([
    { tool: 'set_field', input: { field: 'Product', value: 'Boots' } },
    { tool: 'add_note', input: { body: 'Asked Anna.' } },
    { tool: 'send_reply', input: { body: 'Which order, Anna?' } },
  ]);
  expect(ownMacros([item({ kind: 'article' })], blanks)).toEqual([]);
});

it('offline, a macro that is named in the instructions is proposed as a whole', async () => {
  const engine = createOfflineEngine(createLibrary([item({})]));
  const choices = ['Ask', 'Ask for the order', 'Escalate'];
  const tools = [
    ...offers('set_status', 'send_reply'),
    { name: 'apply_macro', description: '', schema: {}, choices },
  ];
  const asked = (instructions: string) => run(engine, request({ mode: 'Review', tools, instructions }));
  expect((await asked('please apply “ask for the order”')).calls).toEqual([
    expect.objectContaining({ name: 'apply_macro', args: { macro: 'Ask for the order' } }),
  ]);
  expect((await asked('')).calls.map((call) => call.name)).not.toContain('apply_macro');
});

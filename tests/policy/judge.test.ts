import { describe, expect, it } from 'vitest';
import type { ActionFacts } from '../../policy/action';
import { judge } from '../../policy/judge';
import { RULES } from '../../policy/rules';

const action = (over: Partial<ActionFacts> = {}): ActionFacts => ({
  tool: 'set_status',
  class: 'R2',
  channel: 'session',
  mode: 'Review',
  origin: 'model',
  offeredIn: ['Review'],
  audience: 'team',
  money: false,
  held: false,
  record: 'ticket',
  visibility: null,
  newRecipients: 0,
  warnings: 0,
  ...over,
});

describe('judge', () => {
  it('asks for every change', () => {
    expect(judge(action()).verdict).toBe('ask');
  });

  it('refuses effects that the mode does not offer, whatever else applies', () => {
    const verdict = judge(action({ mode: 'Suggest', warnings: 2 }));
    expect(verdict).toMatchObject({ verdict: 'refuse', rules: ['only-what-the-mode-offers'] });
  });

  it('lets a person undo in any mode', () => {
    expect(judge(action({ mode: 'Suggest', origin: 'undo' })).verdict).toBe('ask');
  });

  it('holds what customers get, and confirms it when it carries a warning', () => {
    expect(judge(action({ tool: 'send_reply', class: 'R4', held: true })).verdict).toBe('hold');
    expect(judge(action({ tool: 'send_reply', class: 'R4', held: true, warnings: 1 })).verdict).toBe(
      'confirm',
    );
  });

  it('refuses writes on an unknown page, but not the reply box', () => {
    expect(judge(action({ record: 'document' })).verdict).toBe('refuse');
    expect(judge(action({ record: 'document', class: 'R1' })).verdict).toBe('ask');
  });

  it('gives the same verdict in any order of the rules', () => {
    for (const sample of [action(), action({ held: true, money: true }), action({ visibility: 'unknown' })]) {
      expect(judge(sample, [...RULES].reverse()).verdict).toBe(judge(sample).verdict);
    }
  });

  it('can only tighten when a rule is added', () => {
    const extra = { name: 'x', words: 'x', verdict: 'allow', applies: () => true } as const;
    expect(judge(action({ held: true }), [...RULES, extra]).verdict).toBe('hold');
  });
});

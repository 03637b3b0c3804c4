import { describe, expect, it } from 'vitest';
import { fromText, problemsOf, toText } from '../../../components/settings/form-text';
import { DEFAULT_SETTINGS } from '../../../core/settings';

const { version: _version, sites: _sites, collectorUrl: _collector, ...form } = DEFAULT_SETTINGS;
const typed = (change: Partial<ReturnType<typeof toText>> = {}) => ({ ...toText(form), ...change });

describe('the settings form', () => {
  it('shows what is stored and gives the same back', () => {
    const stored = {
      ...form,
      spendingLimitMicroUsd: 1_250_001,
      priceIn: 150_000,
      priceOut: 0,
      holdSeconds: 30,
    };
    expect(fromText(toText(stored))).toEqual(stored);
    expect(problemsOf(toText(form))).toEqual({});
  });

  it('asks for a server only when one is used', () => {
    expect(problemsOf(typed({ serverUrl: 'nonsense' }))).toEqual({});
    const problems = problemsOf(typed({ engine: 'openai-compatible' }));
    expect(Object.keys(problems).sort()).toEqual(['model', 'serverUrl']);
  });

  it.each([
    ['javascript:alert(1)', /must start/],
    ['ftp://host/v1', /must start/],
    ['https://acme.example@attacker.example/v1', /user name/],
    ['https://host/v1?key=1', /Leave out/],
    ['host without scheme', /not a web address/],
  ])('does not take %s as a server', (serverUrl, words) => {
    expect(problemsOf(typed({ engine: 'openai-compatible', model: 'm', serverUrl })).serverUrl).toMatch(
      words,
    );
  });

  it('takes servers of one’s own', () => {
    for (const serverUrl of [
      'http://127.0.0.1:11434/v1',
      'http://[::1]:8080/v1',
      ' https://llm.corp.example/v1 ',
    ])
      expect(problemsOf(typed({ engine: 'openai-compatible', model: 'm', serverUrl }))).toEqual({});
  });

  it('refuses numbers out of range and keeps what was typed', () => {
    for (const holdSeconds of ['', '4', '121', '7.5', 'ten'])
      expect(problemsOf(typed({ holdSeconds })).holdSeconds).toMatch(/5 to 120/);
    for (const spendingLimit of ['', '-1', '1e400', 'free'])
      expect(problemsOf(typed({ spendingLimit })).spendingLimit).toMatch(/amount/);
    expect(problemsOf(typed({ priceIn: '-2' })).priceIn).toMatch(/price/);
    expect(problemsOf(typed({ priceIn: '' })).priceIn).toBeUndefined();
  });
});

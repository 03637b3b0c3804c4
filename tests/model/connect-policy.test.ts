import { expect, it } from 'vitest';
import { connectSources } from '../../model/connect-policy';

it('allows the origins alone, each once, in one order', () => {
  const set = ['https://api.example/v1/', 'http://127.0.0.1:11434/v1', 'https://api.example/other'];
  expect(connectSources(set)).toBe("connect-src 'self' http://127.0.0.1:11434 https://api.example");
  expect(connectSources([...set].reverse())).toBe(connectSources(set));
});

it('lets nothing else into the policy', () => {
  expect(
    connectSources([
      '',
      '*',
      "'unsafe-eval'",
      'javascript:x',
      'data:x',
      'file:///etc',
      'chrome-extension://abc',
    ]),
  ).toBe("connect-src 'self'");
  expect(connectSources(['https://a.example/; script-src *', 'https://user:pw@b.example/'])).toBe(
    "connect-src 'self' https://a.example https://b.example",
  );
});

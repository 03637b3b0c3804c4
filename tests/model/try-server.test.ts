import { afterEach, expect, it } from 'vitest';
import { testConnection } from '../../model/gateway';
import { type Answer, createModelServer, type ModelServer } from '../model-server/server.mjs';

let server: ModelServer | null = null;
afterEach(async () => {
  await server?.close();
});

const QUICK = {
  patience: { firstByteMs: 2000, idleMs: 2000 },
  sleep: async () => undefined,
  random: () => 0,
};
const test = async (
  answer: Answer,
  at = (url: string) => url,
  model = 'tiny',
  apiKey = 'sk-secret-123456',
) => {
  server = await createModelServer({ script: answer });
  return await testConnection(
    { serverUrl: at(server.url), model },
    { apiKey },
    new AbortController().signal,
    QUICK,
  );
};

it('says that the model answered, and sends nothing of a ticket', async () => {
  expect(await test({ text: 'OK' })).toEqual({ ok: true, words: 'Connected. tiny answered.' });
  expect(server?.requests()[0]?.body).toEqual({
    model: 'tiny',
    stream: true,
    messages: [{ role: 'user', content: 'Answer with the single word OK.' }],
  });
});

it('takes a pasted path, and slashes at the end', async () => {
  expect((await test({ text: 'OK' }, (url) => `${url}/chat/completions`)).ok).toBe(true);
  expect((await test({ text: 'OK' }, (url) => ` ${url}/// `)).ok).toBe(true);
});

it('finds out that /v1 is missing', async () => {
  const found = await test({ text: 'OK' }, (url) => url.replace('/v1', ''));
  expect(found).toEqual({
    ok: false,
    words: `Almost: the server answers at ${server?.url}. Enter that as the Server URL.`,
  });
});

it.each<[string, Answer, RegExp]>([
  [
    'a wrong key',
    { status: 401, json: { error: { message: 'Incorrect API key: sk-secret-123456' } } },
    /did not accept the API key \(401\)/,
  ],
  [
    'an unknown model',
    { status: 404, json: { error: { message: 'model "tiny" not found' } } },
    /no such address or model[\s\S]*"tiny" not found/,
  ],
  ['a web page', { html: '<html>Sign in</html>' }, /not a model’s answer/],
  ['a busy server', { status: 503, raw: '' }, /busy/],
  ['silence', { delayMs: 4000, text: 'OK' }, /stopped answering/],
])('%s in words, without the key', async (_name, answer, words) => {
  const got = await test(answer);
  expect(got.ok).toBe(false);
  expect(got.words).toMatch(words);
  expect(got.words).not.toContain('sk-secret');
});

it('asks for what is missing before it connects', async () => {
  expect((await test({ text: 'OK' }, (url) => url, '')).words).toBe(
    'Enter the name of the model, then test again.',
  );
  expect((await test({ text: 'OK' }, () => 'api.example/v1')).words).toContain('must begin with https://');
  expect(server?.requests()).toHaveLength(0);
});

it('a model that thinks first counts as an answer', async () => {
  expect((await test({ text: '<think>They want OK.', finish: 'length' })).ok).toBe(true);
});

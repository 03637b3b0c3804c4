import { expect } from 'vitest';
import type { Asked } from './http';

/** What a request says, apart from who sends it and how it is packed. */
function wire(asked: Asked) {
  return {
    request: `${asked.method} ${asked.path}`,
    query: [...asked.query],
    type: asked.headers['content-type'],
    version: asked.headers['intercom-version'],
    body: asked.text ? (JSON.parse(asked.text) as unknown) : undefined,
  };
}

const writesOf = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET').map(wire);
/** The kinds of request among these: method and path, each once. */
export const kindsOf = (asked: Asked[]) =>
  [...new Set(asked.map((one) => `${one.method} ${one.path}`))].toSorted();

type Desk = { asked(): Asked[]; reset(): void };

/** The same change by our descriptor and by the vendor's client, each on a fresh server: what either wrote. */
export async function both(desk: Desk, ours: () => Promise<unknown>, theirs: () => Promise<unknown>) {
  expect(await ours()).toMatchObject({ outcome: 'accepted' });
  const our = writesOf(desk.asked());
  desk.reset();
  await theirs();
  return { our, their: writesOf(desk.asked()) };
}

/** What an asking failed with; null when it did not. */
export const failure = (asking: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(asking).then(
    () => null,
    (error: unknown) => error,
  );

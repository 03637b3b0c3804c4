import { type Answered, type Asked, serve } from '../http';

type Body = Record<string, unknown>;

export interface Rest<State> {
  fresh: () => State;
  /** Whether this request may be asked at all. */
  knows: (asked: Asked) => boolean;
  /** How this vendor words a refusal. */
  error: (status: number, words: string) => Answered;
  /** `GET /path` → the answer; null where there is nothing. */
  answer: (path: string, state: State, body: Body, asked: Asked) => Answered | null;
}

/** A server that answers as a vendor's documentation says, refuses on demand, and may lose its answer to a write. */
export async function rest<State>({ fresh, knows, error, answer }: Rest<State>) {
  let state = fresh();
  let writes: { path: string; body: Body }[] = [];
  const lab = { status: 0, drop: false };
  function reply(asked: Asked): Answered {
    if (!knows(asked)) return error(401, 'Authentication failed');
    const path = `${asked.method} ${asked.path}`;
    const isWrite = asked.method !== 'GET';
    if (lab.status && isWrite) return error(lab.status, 'Not possible');
    const body = asked.text ? (JSON.parse(asked.text) as Body) : {};
    const given = answer(path, state, body, asked);
    if (!given) return error(404, 'Not found');
    if (!isWrite || (given.status ?? 200) >= 400) return given;
    writes.push({ path, body });
    return lab.drop ? error(503, 'Try later') : given;
  }
  return {
    ...(await serve(reply)),
    lab,
    state: () => state,
    writes: () => writes,
    reset() {
      state = fresh();
      writes = [];
      Object.assign(lab, { status: 0, drop: false });
    },
  };
}

export const empty = (status: number): Answered => ({ status, type: 'application/json', body: '' });
export { json } from '../http';

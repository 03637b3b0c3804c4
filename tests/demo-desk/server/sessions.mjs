import { randomBytes } from 'node:crypto';

const token = () => randomBytes(18).toString('base64url');

/** Who is signed in? One cookie per port, since browsers share cookies between the ports of a host. */
export function createSessions(agents, port) {
  const name = `harbor_session_${port}`;
  const sessions = new Map();

  /** The session of a request, or undefined. */
  function of(request) {
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    return sessions.get(pairs.find(([key]) => key === name)?.[1]);
  }

  /** Signs somebody in; `cookie` is the header that tells the browser. */
  function open(agentId) {
    const agent = agents.find((a) => a.id === agentId);
    if (!agent) return undefined;
    const id = token();
    const session = { agent, csrf: token() };
    sessions.set(id, session);
    return { session, cookie: `${name}=${id}; Path=/; HttpOnly; SameSite=Lax` };
  }

  return { of, open, endAll: () => sessions.clear() };
}

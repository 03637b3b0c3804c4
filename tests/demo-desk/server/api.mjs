import { must, Refused } from './answer.mjs';
import { createRoutes } from './routes.mjs';

const pattern = (path) => new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

/** Answers a request to `/api/…`: session, CSRF token, body, route; refusals become JSON. */
export function createApi(store, sessions) {
  const routes = createRoutes(store).map(([method, path, handle]) => ({
    method,
    path: pattern(path),
    handle,
  }));

  function dispatch(request, pathname, text) {
    const session = sessions.of(request);
    must(session, 401, 'signed-out', 'You are signed out.');
    const { method } = request;
    const writes = method !== 'GET';
    const trusted = !writes || request.headers['x-csrf-token'] === session.csrf;
    must(trusted, 403, 'csrf', 'The security token is missing or out of date. Reload the page.');
    const found = routes.find((r) => r.method === method && r.path.test(pathname));
    must(found, 404, 'not-found', 'There is nothing here.');

    const parameters = found.path.exec(pathname)?.groups ?? {};
    const decoded = Object.entries(parameters).map(([key, value]) => [key, decodeURIComponent(value)]);
    const channel = request.headers['x-channel'] ?? null;
    const actor = { by: 'agent', who: session.agent.name, channel, method, path: pathname };
    const body = writes ? parse(text) : {};
    const context = { ...Object.fromEntries(decoded), request, session, actor, body };
    return store.atomic(() => found.handle(context));
  }

  return (request, pathname, text) => {
    try {
      return dispatch(request, pathname, text);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code, message } = error;
      return { status, headers: {}, body: { error: { code, message } } };
    }
  };
}

function parse(text) {
  if (text === '') return {};
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  must(body && typeof body === 'object' && !Array.isArray(body), 400, 'bad-json', 'The request is not JSON.');
  return body;
}

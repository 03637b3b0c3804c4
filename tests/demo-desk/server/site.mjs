import { answer } from './answer.mjs';
import { bundle, POLICY, shell } from './page.mjs';

const text = (type, body, headers = {}) => answer(body, { headers: { 'Content-Type': type, ...headers } });
const moved = (to, headers = {}) => answer('', { status: 302, headers: { Location: to, ...headers } });
const SCREENS = /^\/(tickets(\/\d+)?|contacts(\/\d+)?)$/;

/** What a browser asks for besides the API: pages, the bundle, attachments, signing in. Undefined: nothing. */
export function createSite(store, sessions) {
  function page(request) {
    // The first visit signs the demo's agent in, so that nobody has to look for a password.
    const opened = sessions.of(request) ? undefined : sessions.open('maya');
    const session = sessions.of(request) ?? opened.session;
    const cookie = opened ? { 'Set-Cookie': opened.cookie } : {};
    return text('text/html; charset=utf-8', shell(session), { 'Content-Security-Policy': POLICY, ...cookie });
  }

  function attachment(id) {
    const all = store.allTickets().flatMap((t) => t.messages.flatMap((m) => m.attachments));
    const found = all.find((a) => a.id === id);
    if (!found) return undefined;
    const headers = { 'Content-Disposition': `attachment; filename="${found.name}"` };
    return text(`${found.type}; charset=utf-8`, found.content, headers);
  }

  return async (request, url) => {
    const path = url.pathname;
    if (request.method !== 'GET') return undefined;
    if (path === '/') return moved('/tickets');
    if (SCREENS.test(path)) return page(request);
    if (path === '/app.js') return text('text/javascript; charset=utf-8', (await bundle()).script);
    if (path === '/app.css') return text('text/css; charset=utf-8', (await bundle()).style);
    if (path.startsWith('/attachments/')) return attachment(path.slice('/attachments/'.length));
    if (path === '/__login') {
      const opened = sessions.open(url.searchParams.get('as') ?? 'maya');
      return opened && moved('/tickets', { 'Set-Cookie': opened.cookie });
    }
    return undefined;
  };
}

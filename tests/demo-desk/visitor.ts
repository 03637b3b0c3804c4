/** A signed-in agent's browser, reduced to its HTTP: the cookie of the first visit and the page's CSRF token. */
export interface Visitor {
  cookie: string;
  csrf: string;
  /** A request with session and token; `headers` win over both. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Visits the desk at `url`. `as` signs in somebody else than Maya. */
export async function visit(url: string, as?: string): Promise<Visitor> {
  const first = await fetch(`${url}${as ? `/__login?as=${as}` : '/tickets'}`, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(`${url}/tickets`, { headers: { cookie } });
  const csrf = /name="csrf-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return {
    cookie,
    // The first visit's page belongs to the session that its cookie opened.
    csrf,
    ask: (method, path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method,
        headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json', ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
  };
}

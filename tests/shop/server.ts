import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One effect that this server carried out. */
export interface ShopRow {
  what: 'refund' | 'issue' | 'close';
  id: string;
  key: string | null;
  data: Record<string, unknown>;
}

/** What the next request of a method and path gets. */
export interface ShopFault {
  method: string;
  path: string;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Carried out, and the connection is cut before the answer. */
  dropAfter?: boolean;
}

export const SHOP_KEY = 'shop-key-1';
export const TRACKER_KEY = 'tracker-key-1';

/** A shop and an issue tracker on loopback, with a ledger of their own of everything that was done. */
export async function openShop() {
  const shop = newState();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => answer(shop, request, Buffer.concat(parts).toString(), response));
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    state: shop,
    reset: () => void Object.assign(shop, newState()),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Issue {
  id: string;
  state: string;
  marker: string;
  version: number;
  [key: string]: unknown;
}

function newState() {
  return {
    ledger: [] as ShopRow[],
    /** `GET /api/orders/SM-20418`, with what was sent along. */
    asked: [] as { line: string; headers: IncomingMessage['headers']; body: string }[],
    faults: [] as ShopFault[],
    keepAlive: false,
    orders: {
      'SM-20418': order('SM-20418', 'tamsin.orrey@quillmail.example'),
      'SM-99999': order('SM-99999', 'somebody.else@quillmail.example'),
    } as Record<string, ReturnType<typeof order>>,
    refunds: [] as { id: string; order: string; amount: number; state: string; key: string }[],
    issues: [] as Issue[],
  };
}

type State = ReturnType<typeof newState>;

function order(number: string, customer: string) {
  return {
    number,
    customer,
    state: 'delivered',
    total: 8900,
    refunded: 0,
    version: 1,
    items: [{ name: 'Drift Jacket' }],
  };
}

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

function answer(shop: State, request: IncomingMessage, body: string, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://shop');
  const { method = 'GET' } = request;
  shop.asked.push({ line: `${method} ${url.pathname}${url.search}`, headers: request.headers, body });
  const at = shop.faults.findIndex((f) => f.method === method && url.pathname.includes(f.path));
  const fault = at < 0 ? undefined : shop.faults.splice(at, 1)[0];
  const give = (status: number, json: unknown, headers: Record<string, string> = {}): void => {
    if (fault?.dropAfter) {
      request.socket.destroy();
      return;
    }
    // A broken connection that was used before makes browsers repeat a request by themselves; `keepAlive` lets them.
    const connection: Record<string, string> = shop.keepAlive ? {} : { connection: 'close' };
    response.writeHead(status, { 'content-type': 'application/json', ...connection, ...headers });
    response.end(json === undefined ? '' : JSON.stringify(json));
  };
  if (fault?.status) {
    give(fault.status, fault.body ?? { message: 'As the test wished.' }, fault.headers);
    return;
  }
  try {
    const [status, json, headers] = route(shop, request, method, url, body === '' ? {} : JSON.parse(body));
    give(status, json, headers);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    give(error.status, { message: error.message }, error.headers);
  }
}

type Routed = [number, unknown, Record<string, string>?];

function route(
  shop: State,
  request: IncomingMessage,
  method: string,
  url: URL,
  body: Record<string, unknown>,
): Routed {
  const [, , kind = '', id = '', part = ''] = url.pathname.split('/').map(decodeURIComponent);
  const { headers } = request;
  if (kind === 'issues') {
    if (headers['x-api-key'] !== TRACKER_KEY) throw new Refused(401, 'This key is not known.');
    return issues(shop, method, id, url, body, String(headers['if-match'] ?? ''));
  }
  if (headers.authorization !== `Bearer ${SHOP_KEY}`) throw new Refused(401, 'This key is not known.');
  if (kind === 'refunds') {
    const refund = shop.refunds.find((one) => one.id === id);
    if (!refund) throw new Refused(404, 'There is no such refund.');
    return [200, refund];
  }
  const found = shop.orders[id];
  if (!found) throw new Refused(404, 'There is no such order.');
  const wanted = url.searchParams.get('customer');
  if (wanted !== null && wanted !== found.customer) throw new Refused(404, 'There is no such order.');
  if (part !== 'refunds') return [200, found, { etag: `"${found.version}"` }];
  if (method === 'GET') return [200, { refunds: shop.refunds.filter((one) => one.order === id) }];
  return refundOf(shop, found, body, headers);
}

function refundOf(
  shop: State,
  found: ReturnType<typeof order>,
  body: Record<string, unknown>,
  headers: IncomingMessage['headers'],
): Routed {
  const key = String(headers['idempotency-key'] ?? '');
  const known = shop.refunds.find((one) => one.key === key && key !== '');
  if (known) return [200, known];
  if (headers['if-match'] !== `"${found.version}"`) throw new Refused(412, 'The order was changed.');
  const amount = Number(body.amount);
  if (found.refunded + amount > found.total) throw new Refused(422, 'More than was paid.');
  const refund = { id: `rf-${shop.refunds.length + 1}`, order: found.number, amount, state: 'paid out', key };
  shop.refunds.push(refund);
  found.refunded += amount;
  found.version += 1;
  shop.ledger.push({ what: 'refund', id: refund.id, key, data: body });
  return [201, refund];
}

function issues(
  shop: State,
  method: string,
  id: string,
  url: URL,
  body: Record<string, unknown>,
  match: string,
): Routed {
  if (id === '' && method === 'GET') {
    const label = url.searchParams.get('label');
    return [200, { issues: shop.issues.filter((one) => one.marker === label) }];
  }
  if (id === '') {
    const issue: Issue = {
      ...body,
      id: `IS-${shop.issues.length + 1}`,
      state: 'open',
      marker: String(body.marker),
      version: 1,
    };
    shop.issues.push(issue);
    shop.ledger.push({ what: 'issue', id: issue.id, key: null, data: body });
    return [201, issue];
  }
  const issue = shop.issues.find((one) => one.id === id);
  if (!issue) throw new Refused(404, 'There is no such issue.');
  const etag = { etag: `"${issue.version}"` };
  if (method === 'GET') return [200, issue, etag];
  if (match !== etag.etag) throw new Refused(412, 'The issue was changed.');
  Object.assign(issue, body, { version: issue.version + 1 });
  shop.ledger.push({ what: 'close', id, key: null, data: body });
  return [200, issue];
}

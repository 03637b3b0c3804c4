const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const MESSAGES = {
  401: 'You are signed out.',
  403: 'Your role does not allow this.',
  409: 'Somebody else is editing this ticket.',
  422: 'This value is not accepted.',
  429: 'Too many requests. Wait a moment.',
  500: 'Something went wrong on our side.',
};

/**
 * Which of the next requests goes wrong, and how? A fault matches writes unless it names a method; it is
 * used up after `times` requests. `when` says on which side of the commit the delay or the drop happens.
 */
export function createFaults() {
  let armed = [];
  let met = 0;

  function add({
    method = null,
    path = '',
    times = 1,
    status,
    delayMs = 0,
    drop = false,
    twice = false,
    when,
  }) {
    armed.push({
      method,
      path,
      left: times,
      status,
      delayMs,
      drop,
      twice,
      when: when ?? (drop ? 'after' : 'before'),
    });
  }

  function take(method, path) {
    const fits = (f) => (f.method ? f.method === method : method !== 'GET') && path.includes(f.path);
    const fault = armed.find(fits);
    if (!fault) return null;
    fault.left -= 1;
    met += 1;
    armed = armed.filter((f) => f.left > 0);
    return fault;
  }

  /** The faulty answer of a request that shall not be carried out, or null. */
  function refusal(fault) {
    if (!fault?.status) return null;
    const headers = fault.status === 429 ? { 'Retry-After': '2' } : {};
    const error = { code: 'fault', message: MESSAGES[fault.status] ?? 'This did not work.' };
    return { status: fault.status, headers, body: { error } };
  }

  /** Waits where the fault says so; true when the connection shall be cut now. */
  async function at(fault, side) {
    if (fault?.when !== side) return false;
    if (fault.delayMs) await sleep(fault.delayMs);
    return fault.drop;
  }

  return { add, take, refusal, at, clear: () => (armed = []), met: () => met };
}

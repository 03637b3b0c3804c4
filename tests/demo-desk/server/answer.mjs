/** A refusal that a route throws and the server turns into a JSON answer. */
export class Refused extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Stops with a refusal unless `condition` holds. */
export function must(condition, status, code, message) {
  if (!condition) throw new Refused(status, code, message);
}

/** What a route answers; `body` undefined means none. */
export const answer = (body, { status = 200, headers = {} } = {}) => ({ status, headers, body });

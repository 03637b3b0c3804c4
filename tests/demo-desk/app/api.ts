/** One request to the desk's API. Throws with the desk's own words when it is refused. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
  const response = await fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token, 'X-Channel': 'ui' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Error('The desk did not answer. Look whether it happened before you try again.');
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(answer.error?.message ?? `The desk answered ${response.status}.`);
  return answer as T;
}

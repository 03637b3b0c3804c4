import type { Refusal } from '../core/result';
import type { Wire } from './wire';

/** What the SDK's errors look like, read by shape: the class itself would have to be loaded to be asked. */
interface Status {
  status: number;
  headers: Headers | null;
  message: string;
}

export function statusOf(error: unknown): Status | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const headers = 'headers' in error && error.headers instanceof Headers ? error.headers : null;
  return { status: error.status, headers, message: error.message };
}

/** The words of a server for a person: one short line, without the key that some servers repeat. */
function serverWords(message: string, apiKey: string): string {
  const hidden = apiKey.length >= 8 ? message.replaceAll(apiKey, '…') : message;
  const line = hidden
    .replace(/\b(?:sk|key|pk)-[\w*.-]{6,}/gi, '…')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/^\d{3}\s+/, '')
    .trim();
  return line === '' || line === 'status code (no body)' ? '' : ` It says: ${line.slice(0, 200)}`;
}

/** Why a request failed before any answer, in the closed list's codes and in words that say what to do. */
export function failureOf(error: unknown, wire: Wire, apiKey: string): Refusal {
  if (wire.redirected)
    return {
      code: 'model-refused',
      detail: 'It sends us to another address. Enter that address in Settings.',
    };
  if (wire.flooded) return { code: 'model-incomplete', detail: 'It was far too long.' };
  const failed = statusOf(error);
  if (!failed) {
    if (wire.notAModel) return { code: 'model-not-a-model' };
    // The server itself says in its stream that something failed.
    if (error instanceof Error && 'error' in error && error.error)
      return { code: 'model-refused', ...detail(serverWords(error.message, apiKey).trim()) };
    // Bytes had arrived, so the server is there: the connection broke.
    if (wire.bytes > 0)
      return { code: 'model-incomplete', ...detail(serverWords(messageOf(error), apiKey).trim()) };
    return { code: 'model-unreachable' };
  }
  const { status, headers, message } = failed;
  const says = wire.notAModel ? '' : serverWords(message, apiKey);
  if (status === 401 || status === 403)
    return {
      code: 'model-refused',
      detail: `It did not accept the API key (${status}). Check the key in Settings.${says}`,
    };
  if (status === 404 && wire.notAModel) return { code: 'model-not-a-model' };
  if (status === 404)
    return {
      code: 'model-refused',
      detail: `It knows no such address or model (404). Check both in Settings; is /v1 missing?${says}`,
    };
  if (status === 429 || status === 503) return { code: 'model-busy', ...detail(says.trim()) };
  const id = headers?.get('x-request-id');
  const asked = id && /^[\w-]{1,80}$/.test(id) ? ` Its number for this request is ${id}.` : '';
  return { code: 'model-refused', detail: `It answered with error ${status}.${says}${asked}` };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
const detail = (text: string): { detail?: string } => (text === '' ? {} : { detail: text });

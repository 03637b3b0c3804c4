import { isLocalAddress } from '../core/local-address';
import { ok, type Result, refuse } from '../core/result';

export interface ServerAddress {
  /** Without a slash at the end; `/chat/completions` is added to it. */
  base: string;
  origin: string;
  local: boolean;
}

/** Reads the Server URL box. Refuses what could send the key somewhere else than it seems. */
export function readServerUrl(text: string): Result<ServerAddress> {
  const typed = text.trim();
  if (typed === '') return refuse('model-unreachable', 'No server address is entered.');
  if (!URL.canParse(typed))
    return refuse('model-unreachable', 'The address must begin with https:// or http://.');
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('model-unreachable', 'The address must begin with https:// or http://.');
  if (url.username !== '' || url.password !== '')
    return refuse(
      'model-unreachable',
      'Leave name and password out of the address; the key has a box of its own.',
    );
  if (url.search !== '' || url.hash !== '')
    return refuse('model-unreachable', 'Leave out everything from “?” or “#” on.');
  // People paste the whole path out of a manual.
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return ok({ base: url.origin + path, origin: url.origin, local: isLocalAddress(url.hostname) });
}

/** A key goes into a header: visible ASCII, no line breaks. Empty is fine for servers that want none. */
export function checkKey(apiKey: string): Result<string> {
  const key = apiKey.trim();
  if (key.length > 4096 || /[^\x21-\x7e]/.test(key))
    return refuse(
      'model-refused',
      'The API key holds characters that no key has. Paste it again in Settings.',
    );
  return ok(key);
}

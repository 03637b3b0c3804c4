import { isLocalAddress } from '../local-address';
import { blanksIn } from './template';

/** Scheme, host and the rest. The host ends at the first `/`, `?` or `#`, so no blank can be a part of it. */
const PARTS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)(.*)$/i;

/** The fixed server of an address, or what is wrong with the address, in words. */
export function serverOf(address: string): { origin: string } | { problem: string } {
  const parts = PARTS.exec(address);
  if (!parts)
    return { problem: 'must be a whole address, such as https://shop.example.com/orders/{input.order}' };
  const [, scheme = '', host = '', rest = ''] = parts;
  if (/[{}]/.test(host)) return { problem: 'the host is fixed: no blank may stand in it' };
  if (host.includes('@'))
    return { problem: 'leave user name and password out of the address; a key goes into “auth”' };
  if (host === '' || host.includes('*') || !URL.canParse(`${scheme}://${host}`))
    return { problem: 'has no host that can be reached' };
  const url = new URL(`${scheme}://${host}`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'must begin with https://' };
  if (url.protocol === 'http:' && !isLocalAddress(url.hostname))
    return {
      problem:
        'must begin with https://; http:// is for servers on this machine or in a private network only',
    };
  if (!rest.startsWith('/')) return { problem: 'needs a path that begins with “/”' };
  if (rest.includes('#')) return { problem: 'leave out everything from the # on' };
  if (rest.includes('\\')) return { problem: 'holds a “\\”' };
  const [path = ''] = rest.split('?');
  if (CLIMBS.test(path)) return { problem: 'holds “.” or “..” as a part of its path' };
  return { origin: url.origin };
}

/** A part of a path that is only dots climbs out of it, encoded or not. */
export const CLIMBS = /\/(?:\.|%2e){1,2}(?=[/?#]|$)/i;

/** Whether a text is tied to what the page shows of the bound record. */
export function isBound(template: string): boolean {
  return blanksIn(template).some((name) => /^(record\.id|requester\.|field\.)/.test(name));
}

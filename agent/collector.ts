/**
 * Where a collector takes traces: the address itself when it names a path, else `/v1/traces` below it.
 * @returns null when it is no http address, or carries a name and password
 */
export function tracesUrl(endpoint: string): string | null {
  if (!URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    return null;
  if (url.pathname === '/') url.pathname = '/v1/traces';
  return url.href;
}

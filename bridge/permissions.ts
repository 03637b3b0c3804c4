import { browser } from 'wxt/browser';

export const patternOf = (origin: string): string => `${origin}/*`;

/** May pages of this origin be read? */
export function hasSite(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** The browser's own prompt. Must be called inside a click. */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

export function revokeSite(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(origin)] });
}

/** Patterns that were granted, by the person or by the build. */
export async function grantedPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Calls back when a site was granted or revoked, wherever that was done. */
export function onSitesChanged(next: () => void): void {
  browser.permissions.onAdded.addListener(next);
  browser.permissions.onRemoved.addListener(next);
}

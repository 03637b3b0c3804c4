import type { SiteDescriptor } from '../core/site';
import demoDesk from './demo-desk';
import freescout from './freescout';
import osticket from './osticket';
import requestTracker from './request-tracker';

/** Every site that has a file here. The order does not matter: two that both match are a mistake of their data. */
const SITES: readonly SiteDescriptor[] = [demoDesk, requestTracker, freescout, osticket];

/** The site whose every sign is on this page; null for a page that no file knows. */
export function detectSite(doc: Document): SiteDescriptor | null {
  return SITES.find((site) => site.detect.selectors.every((selector) => doc.querySelector(selector))) ?? null;
}

export function siteById(id: string): SiteDescriptor | null {
  return SITES.find((site) => site.id === id) ?? null;
}

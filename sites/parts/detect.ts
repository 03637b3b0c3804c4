import type { SiteDescriptor } from '../../core/site';

/** What shows on a page that it is a site's: its name is only read in the page, the rest comes when it is. */
export interface SiteSigns {
  id: string;
  detect: SiteDescriptor['detect'];
}

/** Every sign of a site is on this page. */
export function isOn({ detect }: SiteSigns, doc: Document): boolean {
  if (detect.hosts && !detect.hosts.test(doc.location.hostname)) return false;
  return detect.selectors.every((selector) => doc.querySelector(selector));
}

import type { SiteDescriptor } from '../core/site';
import chatwoot from './chatwoot';
import demoDesk from './demo-desk';
import espocrm from './espocrm';
import frappeHelpdesk from './frappe-helpdesk';
import freescout from './freescout';
import freshdesk from './freshdesk';
import front from './front';
import gorgias from './gorgias';
import helpScout from './help-scout';
import hubspot from './hubspot';
import intercom from './intercom';
import osticket from './osticket';
import { isOn } from './parts/detect';
import { withOwnFields } from './parts/own-fields';
import requestTracker from './request-tracker';
import salesforce from './salesforce';
import twenty from './twenty';
import zammad from './zammad';
import zendesk from './zendesk';

/** Every site that has a file here. The order does not matter: two that both match are a mistake of their data. */
const SITES: readonly SiteDescriptor[] = [
  demoDesk,
  requestTracker,
  freescout,
  osticket,
  zendesk,
  intercom,
  hubspot,
  freshdesk,
  salesforce,
  front,
  gorgias,
  helpScout,
  chatwoot,
  zammad,
  frappeHelpdesk,
  twenty,
  espocrm,
];

/** The site whose every sign is on this page; null for a page that no file knows. */
export function detectSite(doc: Document): SiteDescriptor | null {
  const found = SITES.find((site) => isOn(site, doc));
  return found ? withOwnFields(found, doc) : null;
}

/** The product that a host belongs to by its name alone; null where a team runs its own. */
export function siteOfHost(host: string): SiteDescriptor | null {
  return SITES.find((site) => site.detect.hosts?.test(host.split(':')[0] ?? '')) ?? null;
}

export const siteList = (): readonly SiteDescriptor[] => SITES;

export function siteById(id: string): SiteDescriptor | null {
  return SITES.find((site) => site.id === id) ?? null;
}

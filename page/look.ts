import type { Observation } from '../core/observation';
import type { RecordPage, SiteDescriptor } from '../core/site';
import type { GeneralReader } from './read/context';
import { pageFor } from './read/identity';
import { observe } from './read/observe';

/** A fresh look at a document. Its id is the browser's to give, so whoever addressed the document fills it in. */
export function observePage(
  doc: Document,
  site: SiteDescriptor | null,
  general?: GeneralReader,
): Observation {
  return observe(doc, site, { documentId: '', sessionAllowed: false, general });
}

/** The site's description of the page that is open; null where the site has none for this address. */
export function pageOf(doc: Document, site: SiteDescriptor | null): RecordPage | null {
  return site ? (pageFor(site, doc)?.page ?? null) : null;
}

import type { Observation } from '../../core/observation';
import type { RecordRef } from '../../core/record';
import type { RecordPage, SiteDescriptor } from '../../core/site';
import { oneLine, readProbe } from './probe';
import type { Sight } from './visible-text';

/** The part of the address that a site's patterns are matched against. */
export function pathOf(doc: Document): string {
  const { pathname, search, hash } = doc.location;
  return `${pathname}${search}${hash}`;
}

/** The kind of page this address belongs to, with the id that stands in it. */
export function pageFor(site: SiteDescriptor, doc: Document): { page: RecordPage; urlId: string } | null {
  for (const page of site.pages) {
    const urlId = page.url.exec(pathOf(doc))?.groups?.id;
    if (urlId) return { page, urlId: decodeURIComponent(urlId) };
  }
  return null;
}

/**
 * The record on screen: the id in the address and the id on the page must be the same,
 * and wherever the page shows the id it must be one and the same.
 */
export function recordOf(
  sight: Sight,
  site: SiteDescriptor,
  page: RecordPage,
  urlId: string,
): { record: RecordRef | null; note: string | null; contradicted: boolean } {
  const places = [page.id].flat();
  const shown = [...new Set(places.flatMap((place) => readProbe(sight, place)).map(oneLine))];
  if (shown.length === 0) {
    return {
      record: null,
      note: `The number ${urlId} stands in the address, but not where this page should show it.`,
      contradicted: false,
    };
  }
  if (shown.length > 1) {
    const note = `The page shows more than one number (${shown.slice(0, 3).join(', ')}).`;
    return { record: null, note, contradicted: true };
  }
  if (shown[0] !== urlId) {
    return {
      record: null,
      note: `The address says ${urlId}, the page shows ${shown[0]}.`,
      contradicted: true,
    };
  }
  const record = { site: site.id, host: sight.doc.location.host, type: page.type, id: urlId };
  return { record, note: null, contradicted: false };
}

/** The requester, or null where the page shows none or more than one. */
export function requesterOn(
  sight: Sight,
  page: RecordPage,
): { requester: Observation['requester']; note: string | null } {
  if (!page.requester) return { requester: null, note: null };
  const names = [...new Set(readProbe(sight, page.requester.name).map(oneLine))];
  const emails = [...new Set(readProbe(sight, page.requester.email).map((e) => oneLine(e).toLowerCase()))];
  if (emails.length > 1 || (emails.length === 0 && names.length > 1)) {
    return { requester: null, note: 'The page shows more than one requester, so none is assumed.' };
  }
  if (emails.length === 0 && names.length === 0)
    return { requester: null, note: 'No requester was found on the page.' };
  return { requester: { name: names[0] ?? '', email: emails[0] ?? '' }, note: null };
}

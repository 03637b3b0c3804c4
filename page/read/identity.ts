import type { Observation } from '../../core/observation';
import type { RecordRef } from '../../core/record';
import type { Probe, RecordPage, SiteDescriptor } from '../../core/site';
import { oneLine } from './one-line';
import { readProbe } from './probe';
import type { Sight } from './visible-text';

/** The part of the address that a site's patterns are matched against. */
export function pathOf(doc: Document): string {
  const { pathname, search, hash } = doc.location;
  return `${pathname}${search}${hash}`;
}

/** Why nobody works on a record here, where the site says so of this page. */
export function apartFrom(site: SiteDescriptor, doc: Document): string | null {
  const here = site.apart?.find((one) =>
    'url' in one ? one.url.test(pathOf(doc)) : doc.querySelector(one.sign) !== null,
  );
  return here?.words ?? null;
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
 * The id of the record that a page shows, or null with the reason in words.
 * @param read what a probe finds there
 */
export function idShown(
  page: RecordPage,
  urlId: string,
  read: (probe: Probe) => string[],
): { id: string | null; note: string | null; contradicted: boolean } {
  const places = [page.id].flat().map((place) => [...new Set(read(place).map(oneLine))]);
  const shown = [...new Set(places.flat())];
  const [only] = shown;
  if (only === undefined) {
    const note = `The number ${urlId} stands in the address, but not where this page should show it.`;
    return { id: null, note, contradicted: false };
  }
  if (shown.length > 1) {
    const note = `The page shows more than one number (${shown.slice(0, 3).join(', ')}).`;
    return { id: null, note, contradicted: true };
  }
  if (only === urlId) return { id: urlId, note: null, contradicted: false };
  const agreeing = places.filter((place) => place.length > 0).length;
  if (page.merges && agreeing > 1)
    return {
      id: only,
      note: `${urlId} was merged into ${only}.`,
      contradicted: false,
    };
  return { id: null, note: `The address says ${urlId}, the page shows ${only}.`, contradicted: true };
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
  const { id, note, contradicted } = idShown(page, urlId, (probe) => readProbe(sight, probe));
  if (id === null) return { record: null, note, contradicted };
  const record = { site: site.id, host: sight.doc.location.host, type: page.type, id };
  return { record, note, contradicted };
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

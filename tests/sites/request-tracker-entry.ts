import { observePage } from '../../page/look';
import { detectSite } from '../../sites/registry';
import requestTracker from '../../sites/request-tracker';

/** The site that is recognised on this page, and what its data sees. */
export function lookHere() {
  const site = detectSite(document);
  return { site: site?.id ?? null, seen: observePage(document, site) };
}

/** Name of the one form control that the tags would be written into. */
export function nameOfTagsEditor(): string | null {
  const tags = requestTracker.pages[0]?.fields.find((field) => field.name === 'tags')?.edit;
  if (tags?.by !== 'lines') return null;
  const found = document.querySelectorAll(tags.control);
  return found.length === 1 ? (found[0]?.getAttribute('name') ?? null) : null;
}

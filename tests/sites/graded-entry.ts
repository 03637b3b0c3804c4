import { observePage } from '../../page/look';
import { generalReader } from '../../page/read/generic';
import { GENERIC_WORDS } from '../../sites/generic';
import { detectSite } from '../../sites/registry';

/** The site that is recognised here, and what its data sees, gaps filled by general signs. */
const general = generalReader(GENERIC_WORDS);

export function lookHere() {
  const site = detectSite(document);
  return { site: site?.id ?? null, seen: observePage(document, site, general) };
}

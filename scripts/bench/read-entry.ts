import { compactText } from '../../core/compact';
import type { Observation } from '../../core/observation';
import { observePage } from '../../page/look';
import { generalReader } from '../../page/read/generic';
import { GENERIC_WORDS } from '../../sites/generic';
import { detectSite } from '../../sites/registry';

/** What the product does when the panel looks at a page. */
const general = generalReader(GENERIC_WORDS);

/** A site's description comes into a document once. */
let site: ReturnType<typeof detectSite> | undefined;

export function look(): Observation {
  site ??= detectSite(document);
  return observePage(document, site, general);
}

export { compactText };

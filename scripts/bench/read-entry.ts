import { compactText } from '../../core/compact';
import type { Observation } from '../../core/observation';
import { observePage } from '../../page/look';
import { generalReader } from '../../page/read/generic';
import { GENERIC_WORDS } from '../../sites/generic';
import { detectSite } from '../../sites/registry';

/** What the product does when the panel looks at a page. */
const general = generalReader(GENERIC_WORDS);

export const look = (): Observation => observePage(document, detectSite(document), general);

export { compactText };

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { generalReader } from '../page/read/generic';
import { GENERIC_WORDS } from '../sites/generic';
import { provide } from './page.content/parts';

/** Reads pages that no site file knows; brought when the page is one of those. */
export default defineUnlistedScript(() => provide('general', generalReader(GENERIC_WORDS)));

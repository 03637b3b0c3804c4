import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installPageWorld } from '../page/world/install';

/** Runs in the page's own world and answers the content script about editors, and nothing else. */
export default defineUnlistedScript(() => installPageWorld());

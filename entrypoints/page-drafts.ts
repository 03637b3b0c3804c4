import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { DRAFTS } from '../page/write/drafts';
import { provide } from './page.content/parts';

/** Works the reply box; brought where there is one. */
export default defineUnlistedScript(() => provide('drafts', DRAFTS));

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FORMS } from '../page/write/forms';
import { provide } from './page.content/parts';

/** Works the page's own forms and buttons; brought when something is to be changed, sent or opened. */
export default defineUnlistedScript(() => provide('forms', FORMS));

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { staysThere } from '../page/write/stays';
import { provide } from './page.content/parts';

/** Watches over a draft that was just put in; brought when one was. */
export default defineUnlistedScript(() => provide('stays', staysThere));

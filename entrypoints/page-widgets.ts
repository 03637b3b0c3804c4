import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { WIDGETS } from '../page/fields/widgets';
import { provide } from './page.content/parts';

/** Fields that widget libraries draw; brought when the page has one. */
export default defineUnlistedScript(() => provide('widgets', WIDGETS));

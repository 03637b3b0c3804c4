import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { changedBy, readHistory } from '../sites/api/history';
import { readMacros } from '../sites/api/macros';
import { mergeLooks } from '../sites/api/merge';
import { lookOverApi } from '../sites/api/reader';
import { sessionTransport } from '../sites/api/session';
import { createApiWriter } from '../sites/api/writer';
import { provide } from './page.content/parts';

/** The helpdesk's own API from within its page; brought where the person switched that on. */
export default defineUnlistedScript(() =>
  provide('session', {
    changedBy,
    createApiWriter,
    lookOverApi,
    mergeLooks,
    readHistory,
    readMacros,
    sessionTransport,
  }),
);

export { observePage } from '../../page/look';
export { openComposer } from '../../page/open-composer';
export { createPageWriter } from '../../page/writer';
export { lookOverApi } from '../../sites/api/reader';
export { sessionTransport } from '../../sites/api/session';
export { createApiWriter } from '../../sites/api/writer';
export { default as site } from '../../sites/request-tracker';

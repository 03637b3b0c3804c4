import { observePage } from '../../page/look';
import { generalReader } from '../../page/read/generic';
import { DRAFTS } from '../../page/write/drafts';
import { FORMS } from '../../page/write/forms';
import { createPageWriter } from '../../page/writer';
import { GENERIC_WORDS } from '../../sites/generic';

const general = generalReader(GENERIC_WORDS);

export const look = () => observePage(document, null, general);
const writer = () => createPageWriter(document, null, { general, drafts: DRAFTS, forms: FORMS });
export const insert = (body: string) => writer().insertDraft(body, () => null);
export const restore = (text: string) => writer().restoreDraft(text, () => null);
export const writes = async () => [
  await writer().setField({ scope: 'record', name: 'status' }, 'Closed', () => null),
  await writer().addTag('x', () => null),
  await writer().post('public', 'x', () => null),
];

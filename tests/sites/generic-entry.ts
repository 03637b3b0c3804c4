import { observePage } from '../../page/look';
import { createPageWriter } from '../../page/writer';
import { GENERIC_WORDS } from '../../sites/generic';

export const look = () => observePage(document, null, GENERIC_WORDS);
const writer = () => createPageWriter(document, null, GENERIC_WORDS);
export const insert = (body: string) => writer().insertDraft(body, () => null);
export const restore = (text: string) => writer().restoreDraft(text, () => null);
export const writes = async () => [
  await writer().setField({ scope: 'record', name: 'status' }, 'Closed', () => null),
  await writer().addTag('x', () => null),
  await writer().post('public', 'x', () => null),
];

export { editorAt, type FoundEditor, findEditors, resolveEditor } from './find';
export { type Inserted, insertAbove } from './insert';
export { editorFingerprint, readEditor } from './read';
export { type Restored, restoreDraft, standsIn } from './restore';

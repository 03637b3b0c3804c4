export type { EditorFamily } from './family';
export { editorAt, type FoundEditor, findEditors, resolveEditor } from './find';
export { type Inserted, insertAbove } from './insert';
export { type EditorState, editorFingerprint, readEditor } from './read';
export { type Restored, restoreDraft } from './restore';

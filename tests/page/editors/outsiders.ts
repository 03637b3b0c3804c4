interface Outsider {
  page: string;
  title: string;
  /** Nothing can be proved by what it shows: it is left as it is, and Copy is offered. */
  refuses?: string;
  /** The same, only for a draft with markup. */
  refusesMarkup?: string;
}

/** Editors that no file of ours is named after. */
export const OUTSIDERS: Outsider[] = [
  { page: 'squire', title: 'Squire' },
  { page: 'froala', title: 'Froala' },
  { page: 'jodit', title: 'Jodit' },
  { page: 'suneditor', title: 'SunEditor' },
  { page: 'sceditor', title: 'SCEditor (frame)' },
  { page: 'medium-editor', title: 'medium-editor' },
  { page: 'trumbowyg', title: 'Trumbowyg' },
  { page: 'pell', title: 'Pell' },
  { page: 'design-mode', title: 'Frame in design mode' },
  { page: 'vditor-wysiwyg', title: 'Vditor (rich text)' },
  {
    page: 'vditor-ir',
    title: 'Vditor (instant rendering)',
    refusesMarkup: 'its marks stand among the words',
  },
  { page: 'mobiledoc', title: 'Mobiledoc' },
  { page: 'plaintext-only', title: 'Plain-text-only editable' },
  { page: 'react-editable', title: 'React-controlled editable' },
  { page: 'toast-wysiwyg', title: 'Toast UI (rich text)' },
  { page: 'toast-markdown', title: 'Toast UI (Markdown)' },
  { page: 'prosemirror-flat-list', title: 'ProseMirror, lists of ProseKit' },
  { page: 'milkdown', title: 'Milkdown' },
  { page: 'prosemirror-groups', title: 'ProseMirror, a block around each paragraph' },
  { page: 'tiptap-closed', title: 'TipTap in a closed shadow root' },
  { page: 'tinymce5', title: 'TinyMCE 5 (frame)' },
  { page: 'codemirror6', title: 'CodeMirror 6' },
  { page: 'easymde', title: 'EasyMDE (CodeMirror 5)' },
  { page: 'overtype', title: 'OverType' },
  { page: 'material-text-field', title: 'Material text field' },
  { page: 'alpine-textarea', title: 'Alpine-controlled text area' },
  { page: 'knockout-textarea', title: 'Knockout-controlled text area' },
  { page: 'editorjs', title: 'Editor.js', refuses: 'a box for every paragraph' },
];

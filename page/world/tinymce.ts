import { defineAdapter, type Foreign } from './adapter';
import { DOM_ABILITIES, domWrites, readDomModel } from './dom-model';

/** TinyMCE keeps its editors in the page that opened the frame; a change in `transact` is one step of its undo. */
export const tinymce = defineAdapter<{ editor: Foreign; root: HTMLElement }>({
  find(el) {
    for (const view of [el.ownerDocument.defaultView, window]) {
      const all: Foreign[] = (view as Foreign)?.tinymce?.get?.() ?? [];
      const editor = Array.isArray(all) ? all.find((e) => e?.getBody?.() === el) : null;
      if (editor) return { editor, root: el };
    }
    return null;
  },
  abilities({ editor }) {
    const valid = (tag: string) => editor.schema?.isValid?.(tag) !== false;
    return { ...DOM_ABILITIES, link: valid('a'), list: valid('ul') };
  },
  read: ({ editor, root }) => readDomModel(root, editor.getContent()),
  ...domWrites(({ editor }, act) => {
    editor.undoManager.transact(act);
    editor.nodeChanged();
    // Tells the placeholder, the saved copy and whoever else listens; up to version 5 in other words.
    editor[editor.dispatch ? 'dispatch' : 'fire']('input');
    editor.setDirty(true);
  }),
});

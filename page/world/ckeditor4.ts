import { defineAdapter, type Foreign } from './adapter';
import { DOM_ABILITIES, domWrites, readDomModel } from './dom-model';

/** CKEditor 4 keeps its instances by name in the page that opened the frame. Snapshots around a change make it one step. */
export const ckeditor4 = defineAdapter<{ editor: Foreign; root: HTMLElement }>({
  find(el) {
    for (const view of [el.ownerDocument.defaultView, window]) {
      for (const editor of Object.values<Foreign>((view as Foreign)?.CKEDITOR?.instances ?? {})) {
        if (editor?.editable?.()?.$ === el && editor.mode === 'wysiwyg') return { editor, root: el };
      }
    }
    return null;
  },
  abilities: ({ editor }) => {
    const allows = (tag: string) => editor.filter?.check?.(tag) !== false;
    return {
      ...DOM_ABILITIES,
      strong: allows('strong'),
      em: allows('em'),
      link: allows('a[href]'),
      list: allows('ul') && allows('li'),
    };
  },
  read: ({ editor, root }) => readDomModel(root, editor.getData()),
  ...domWrites(({ editor }, act) => {
    editor.fire('saveSnapshot');
    act();
    editor.fire('saveSnapshot');
    editor.fire('change');
  }),
});

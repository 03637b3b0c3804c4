import { defineAdapter, type Foreign } from './adapter';
import { DOM_ABILITIES, insertDom, readDomModel, takeOutDom } from './dom-model';

/** CKEditor 4 keeps its instances by name in the page that opened the frame. Snapshots around a change make it one step. */
export const ckeditor4 = defineAdapter<{ editor: Foreign; root: HTMLElement }>({
  name: 'ckeditor4',
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
  insert({ editor, root }, blocks) {
    editor.fire('saveSnapshot');
    const taken = insertDom(root, blocks);
    editor.fire('saveSnapshot');
    editor.fire('change');
    return taken;
  },
  takeOut({ editor, root }, lines, taken) {
    editor.fire('saveSnapshot');
    const done = takeOutDom(root, lines, taken);
    editor.fire('saveSnapshot');
    if (done) editor.fire('change');
    return done;
  },
  select: () => undefined,
});

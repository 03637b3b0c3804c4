import { defineAdapter, type Foreign } from './adapter';
import { DOM_ABILITIES, insertDom, readDomModel, takeOutDom } from './dom-model';

/** Summernote: jQuery data on the element beside its frame. Its document is its model; its commands keep its undo. */
export const summernote = defineAdapter<{ context: Foreign; root: HTMLElement }>({
  name: 'summernote',
  find(el) {
    const jquery = (el.ownerDocument.defaultView as Foreign)?.jQuery;
    const frame = el.closest('.note-editor');
    if (typeof jquery !== 'function' || !frame) return null;
    for (const near of [frame.previousElementSibling, frame.nextElementSibling]) {
      const context = near && jquery(near).data('summernote');
      if (context?.layoutInfo?.editable?.[0] === el) return { context, root: el };
    }
    return null;
  },
  abilities: () => DOM_ABILITIES,
  read: ({ context, root }) => readDomModel(root, String(context.invoke('code'))),
  insert({ context, root }, blocks) {
    let taken = '';
    change(context, () => {
      taken = insertDom(root, blocks);
    });
    return taken;
  },
  takeOut({ context, root }, lines, taken) {
    let done = false;
    change(context, () => {
      done = takeOutDom(root, lines, taken);
    });
    return done;
  },
  select: () => undefined,
});

function change(context: Foreign, act: () => void): void {
  context.invoke('editor.beforeCommand');
  act();
  context.invoke('editor.afterCommand');
  context.invoke('editor.setLastRange');
}

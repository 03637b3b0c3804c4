import { defineAdapter, type Foreign } from './adapter';
import { DOM_ABILITIES, domWrites, readDomModel } from './dom-model';

/** Summernote: jQuery data on the element beside its frame. Its document is its model; its commands keep its undo. */
export const summernote = defineAdapter<{ context: Foreign; root: HTMLElement }>({
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
  ...domWrites(({ context }, act) => {
    context.invoke('editor.beforeCommand');
    act();
    context.invoke('editor.afterCommand');
    context.invoke('editor.setLastRange');
  }),
});

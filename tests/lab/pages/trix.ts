import 'trix';
import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the package brings no types
type Any = any;

labPage('trix', async (host) => {
  const make = async (html: string) => {
    host.replaceChildren();
    const input = element('input', '', host) as HTMLInputElement;
    input.type = 'hidden';
    input.id = 'reply';
    input.value = html;
    const made = document.createElement('trix-editor') as Any;
    made.setAttribute('input', 'reply');
    made.className = 'box';
    const ready = new Promise((done) => made.addEventListener('trix-initialize', done, { once: true }));
    host.append(made);
    await ready;
    return { made, input };
  };
  let { made, input } = await make('');
  return {
    selector: 'trix-editor',
    holds: RICH,
    set: async (html) => {
      ({ made, input } = await make(html));
    },
    content: () => input.value,
    model: () => `${input.value}${JSON.stringify(made.editor.getDocument())}`,
    selection: () => JSON.stringify(made.editor.getSelectedRange()),
  };
});

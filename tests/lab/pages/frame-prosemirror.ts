import { element, labPage, RICH } from '../page';

/** A whole page with its own scripts inside a frame of the same origin. */
labPage('frame-prosemirror', async (host) => {
  const frame = element('iframe', 'box', host) as HTMLIFrameElement;
  frame.style.width = '100%';
  frame.style.height = '400px';
  frame.src = '/p/prosemirror';
  await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  const inner = () => {
    const lab = (frame.contentWindow as Window | null)?.lab;
    if (!lab) throw new Error('the frame is not ready');
    return lab;
  };
  while (!(frame.contentWindow as Window | null)?.lab) await new Promise((done) => setTimeout(done, 20));
  return {
    selector: '.ProseMirror',
    holds: RICH,
    set: (html) => inner().set(html),
    content: () => inner().content(),
    model: () => inner().model(),
    selection: () => inner().selection?.() ?? '',
  };
});

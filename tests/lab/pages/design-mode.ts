import { element, labPage, RICH } from '../page';

labPage('design-mode', async (host) => {
  const area = element('textarea', '', host) as HTMLTextAreaElement;
  area.style.display = 'none';
  const frame = element('iframe', 'box', host) as HTMLIFrameElement;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = '<!doctype html><body></body>';
  await loaded;
  const doc = frame.contentDocument as Document;
  doc.designMode = 'on';
  return {
    selector: 'iframe.box',
    holds: RICH,
    set: (html) => {
      doc.body.innerHTML = html;
    },
    content: () => doc.body.innerHTML,
    model: () => doc.body.innerHTML,
  };
});

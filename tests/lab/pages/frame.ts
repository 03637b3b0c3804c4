import { element, labPage, RICH } from '../page';

labPage('frame', async (host) => {
  const frame = element('iframe', 'box', host) as HTMLIFrameElement;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc =
    '<!doctype html><body><div id="in-frame" contenteditable style="min-height:80px"></div></body>';
  await loaded;
  const box = () => frame.contentDocument?.getElementById('in-frame') as HTMLElement;
  return {
    selector: '#in-frame',
    holds: RICH,
    set: (html) => {
      box().innerHTML = html;
    },
    content: () => box().innerHTML,
    model: () => box().innerHTML,
  };
});

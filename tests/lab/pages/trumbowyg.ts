import jquery from 'jquery';
import css from 'trumbowyg/dist/ui/trumbowyg.css';
import { element, labPage, RICH } from '../page';

labPage('trumbowyg', async (host) => {
  element('style', '', host).textContent = css;
  Object.assign(window, { jQuery: jquery, $: jquery });
  await import('trumbowyg/dist/trumbowyg.js');
  jquery.trumbowyg.svgPath = false;
  const area = element('textarea', 'box', host);
  jquery(area).trumbowyg({ btns: [] });
  return {
    selector: '.trumbowyg-editor',
    holds: RICH,
    set: (html) => {
      jquery(area).trumbowyg('html', html);
    },
    content: () => jquery(area).trumbowyg('html'),
    model: () => jquery(area).trumbowyg('html'),
  };
});

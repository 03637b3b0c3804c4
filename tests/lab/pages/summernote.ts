import jquery from 'jquery';
import css from 'summernote/dist/summernote-lite.css';
import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: a jQuery of today with what Summernote expects of an older one
const $ = jquery as any;

labPage('summernote', async (host) => {
  Object.assign($, {
    isFunction: (x: unknown) => typeof x === 'function',
    isArray: Array.isArray,
    trim: (s: string) => String(s ?? '').trim(),
    now: Date.now,
    type: (x: unknown) => (Array.isArray(x) ? 'array' : typeof x),
    proxy: (f: (...a: unknown[]) => unknown, self: unknown) => f.bind(self),
  });
  Object.assign(window, { jQuery: $, $ });
  element('style', '', host).textContent = css.replace(/@font-face\{[^}]*\}/g, '');
  await import('summernote/dist/summernote-lite.js');
  const note = element('textarea', '', host);
  const start = (html: string) => {
    $(note).summernote('destroy');
    $(note).val(html);
    $(note).summernote({ height: 160, toolbar: [['font', ['bold', 'italic']]], shortcuts: true });
  };
  start('');
  return {
    selector: '.note-editable',
    holds: RICH,
    set: start,
    content: () => $(note).summernote('code'),
    model: () => $(note).summernote('code'),
  };
});

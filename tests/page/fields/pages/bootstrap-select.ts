import $ from 'jquery';
import 'bootstrap/dist/css/bootstrap.css';
import 'bootstrap-select/dist/css/bootstrap-select.css';

// bootstrap-select 1.13 was written for jQuery 3 and Bootstrap 4
Object.assign(window, { jQuery: $, $ });
Object.assign($, {
  trim: (s: string) => s.trim(),
  isArray: Array.isArray,
  isFunction: (f: unknown) => typeof f === 'function',
});
const dropdown = Object.assign(
  function (this: unknown) {
    return this;
  },
  { Constructor: { VERSION: '4.6.0', _getParentFromElement: () => null, prototype: {} } },
);
Object.assign($.fn, { dropdown });
const list =
  '<option value="a">Alpha</option><option value="b">Beta</option><option value="c">Gamma &amp; delta</option>';
const root = document.getElementById('root') as HTMLElement;
root.innerHTML = `<select id="one">${list}</select><select id="many" multiple>${list}</select>`;
await import('bootstrap-select/dist/js/bootstrap-select.js');
const plugin = $ as unknown as (s: string) => { selectpicker(a?: string): unknown };
plugin('#one').selectpicker();
plugin('#many').selectpicker();
(window as unknown as { state: unknown }).state = () => ({
  one: plugin('#one').selectpicker('val'),
  many: plugin('#many').selectpicker('val'),
  shown: document.querySelector('.bootstrap-select .filter-option-inner-inner')?.textContent,
});

import $ from 'jquery';
import 'select2/dist/css/select2.css';

// Select2 4.0 was written for jQuery 3
Object.assign($, {
  trim: (s: string) => s.trim(),
  isArray: Array.isArray,
  isFunction: (f: unknown) => typeof f === 'function',
});
const list =
  '<option value="a">Alpha</option><option value="b">Beta</option><option value="c">Gamma &amp; delta</option>';
const root = document.getElementById('root') as HTMLElement;
root.innerHTML = `<select id="one" style="width:200px">${list}</select><br><select id="many" multiple style="width:200px">${list}</select>`;
const { default: install } = await import('select2');
if (typeof install === 'function') install(window, $);
const heard: string[] = [];
const plugin = $ as unknown as (s: string) => {
  select2(o?: object): unknown;
  on(n: string, f: () => void): unknown;
  val(): unknown;
};
plugin('#one').select2();
plugin('#many').select2();
plugin('#one').on('change', () => heard.push('one'));
(window as unknown as { state: unknown }).state = () => ({
  one: plugin('#one').val(),
  many: plugin('#many').val(),
  shown: document.querySelector('#select2-one-container')?.textContent,
});

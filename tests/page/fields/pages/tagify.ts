import Tagify from '@yaireo/tagify';
import '@yaireo/tagify/dist/tagify.css';

const root = document.getElementById('root') as HTMLElement;
root.innerHTML = '<input id="tags" value="old, vip"><br><input id="strict" value="red">';
const tags = new Tagify(document.getElementById('tags') as HTMLInputElement);
const strict = new Tagify(document.getElementById('strict') as HTMLInputElement, {
  whitelist: ['red', 'green', 'blue'],
  enforceWhitelist: true,
});
(window as unknown as { state: unknown }).state = () => ({
  tags: tags.value.map((t) => t.value),
  strict: strict.value.map((t) => t.value),
});

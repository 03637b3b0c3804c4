import Choices from 'choices.js';
import 'choices.js/public/assets/styles/choices.css';

const list =
  '<option value="a">Alpha</option><option value="b">Beta</option><option value="c">Gamma &amp; delta</option>';
const root = document.getElementById('root') as HTMLElement;
root.innerHTML = `<select id="one">${list}</select><select id="many" multiple>${list}</select>`;
const one = new Choices('#one', { shouldSort: false });
const many = new Choices('#many', { removeItemButton: true });
(window as unknown as { state: unknown }).state = () => ({
  one: one.getValue(true),
  many: many.getValue(true),
});

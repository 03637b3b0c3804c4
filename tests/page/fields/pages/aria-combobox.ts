const LABELS: Record<string, string> = { a: 'Alpha', b: 'Beta', c: 'Gamma & delta' };
const state: Record<string, string | null> = {};
const root = document.getElementById('root') as HTMLElement;

interface Made {
  id: string;
  start: string | null;
  /** What it shows for a value. */
  shows?: (value: string | null) => string;
  list?: Record<string, string>;
  opens?: boolean;
  /** The list is made when it opens, elsewhere in the page, and the control does not name it. */
  loose?: boolean;
}

/** A select-only combobox after the pattern of the ARIA guide. */
function combobox({
  id,
  start,
  shows = (v) => LABELS[v ?? ''] ?? '',
  list = {},
  opens = true,
  loose = false,
}: Made): void {
  state[id] = start;
  const box = root.appendChild(document.createElement('div'));
  box.innerHTML = `<div id="${id}" role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false"></div><input type="hidden">`;
  const control = box.firstElementChild as HTMLElement;
  const hidden = box.querySelector('input') as HTMLInputElement;
  const listbox = document.createElement('ul');
  Object.entries({ role: 'listbox', id: `${id}-list`, ...list }).map(([name, value]) =>
    listbox.setAttribute(name, value),
  );
  listbox.hidden = true;
  if (!loose) {
    control.setAttribute('aria-controls', listbox.id);
    box.append(listbox);
  }
  const close = (): void => {
    control.setAttribute('aria-expanded', 'false');
    listbox.hidden = true;
    if (loose) listbox.remove();
  };
  const draw = (): void => {
    control.textContent = shows(state[id] ?? null);
    hidden.value = state[id] ?? '';
    listbox.innerHTML = Object.entries(LABELS)
      .map(
        ([value, label]) =>
          `<li role="option" data-value="${value}" aria-selected="${value === state[id]}">${label.replace('&', '&amp;')}</li>`,
      )
      .join('');
  };
  draw();
  control.addEventListener('click', () => {
    if (!opens) return;
    if (!listbox.hidden) return close();
    if (loose) document.body.append(listbox);
    listbox.hidden = false;
    control.setAttribute('aria-expanded', 'true');
  });
  control.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  listbox.addEventListener('click', (event) => {
    state[id] = (event.target as HTMLElement).closest<HTMLElement>('[role=option]')?.dataset.value ?? null;
    draw();
    close();
  });
}

combobox({ id: 'one', start: 'a' });
combobox({ id: 'loose', start: 'b', loose: true });
combobox({ id: 'dead', start: 'a', opens: false });
combobox({ id: 'many', start: 'a', list: { 'aria-multiselectable': 'true' } });
combobox({ id: 'code', start: 'a', shows: (value) => `#${value}` });
(window as unknown as { state: unknown }).state = () => ({ ...state });

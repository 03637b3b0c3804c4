/** Something on the page may be drawn by one of the libraries in `widgets.ts`. */
export const WIDGET_SIGNS = [
  '.ant-select',
  '.bootstrap-select',
  '.choices',
  '.MuiAutocomplete-root',
  '.select2-container',
  '.select2-hidden-accessible',
  'tags',
  '[role="combobox"]',
  '[aria-haspopup="listbox"]',
  '[data-headlessui-state]',
].join(', ');

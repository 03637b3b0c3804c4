import { antdSelect } from './antd-select';
import { ariaCombobox } from './aria-combobox';
import { bootstrapSelect } from './bootstrap-select';
import { choices } from './choices';
import { elementSelect } from './element-select';
import type { FieldFamily } from './field';
import { headlessListbox } from './headless-listbox';
import { mantineSelect } from './mantine-select';
import { muiAutocomplete } from './mui-autocomplete';
import { primeSelect } from './prime-select';
import { radixSelect } from './radix-select';
import { reactSelect } from './react-select';
import { select2 } from './select2';
import { tagify } from './tagify';
import { vuetifySelect } from './vuetify-select';

/** The libraries whose fields are known, each by its own file; at last whatever says by ARIA what it is. */
export const WIDGETS: readonly FieldFamily[] = [
  bootstrapSelect,
  select2,
  choices,
  tagify,
  antdSelect,
  muiAutocomplete,
  mantineSelect,
  elementSelect,
  vuetifySelect,
  primeSelect,
  reactSelect,
  headlessListbox,
  radixSelect,
  ariaCombobox,
];

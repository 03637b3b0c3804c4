import { antdSelect } from './antd-select';
import { bootstrapSelect } from './bootstrap-select';
import { choices } from './choices';
import type { FieldFamily } from './field';
import { headlessListbox } from './headless-listbox';
import { muiAutocomplete } from './mui-autocomplete';
import { radixSelect } from './radix-select';
import { reactSelect } from './react-select';
import { select2 } from './select2';
import { tagify } from './tagify';

/** The libraries whose fields are known, each by its own file. */
export const WIDGETS: readonly FieldFamily[] = [
  bootstrapSelect,
  select2,
  choices,
  tagify,
  antdSelect,
  muiAutocomplete,
  reactSelect,
  headlessListbox,
  radixSelect,
];

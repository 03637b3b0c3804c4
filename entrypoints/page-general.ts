import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { knowWidgets } from '../page/fields';
import { generalReader } from '../page/read/generic';
import { GENERIC_WORDS } from '../sites/generic';
import { part, provide } from './page.content/parts';

const reader = generalReader(GENERIC_WORDS);

/** Reads pages that no site file knows; brought when the page is one of those. */
export default defineUnlistedScript(() =>
  provide('general', {
    ...reader,
    read: (sight, context, notes) => {
      // this script has its own copy of what reads a field
      knowWidgets(part('widgets') ?? []);
      return reader.read(sight, context, notes);
    },
  }),
);

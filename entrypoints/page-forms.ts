import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { knowWidgets } from '../page/fields';
import { FORMS } from '../page/write/forms';
import { part, provide } from './page.content/parts';

/** Works the page's own forms and buttons; brought when something is to be changed, sent or opened. */
export default defineUnlistedScript(() =>
  provide('forms', {
    ...FORMS,
    setControl: (...given) => {
      // this script has its own copy of what sets a field
      knowWidgets(part('widgets') ?? []);
      return FORMS.setControl(...given);
    },
  }),
);

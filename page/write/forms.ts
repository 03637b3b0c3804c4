import { openComposer } from '../open-composer';
import { watchComplaints } from '../read/complaints';
import { renewalOf } from './fresh';
import { chooseInMenu } from './menu';
import { operate } from './operate';
import { setControl } from './set-field';
import { addWithInput, changeLines, removeWithButton } from './tags';

/** What works the page's own forms and buttons. A look, and a draft into a box that is there, need none of it. */
export const FORMS = {
  addWithInput,
  changeLines,
  chooseInMenu,
  openComposer,
  operate,
  removeWithButton,
  renewalOf,
  setControl,
  watchComplaints,
} as const;

export type Forms = typeof FORMS;

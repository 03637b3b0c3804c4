import { fieldAt, knowWidgets, restoreField, setField } from '../../../page/fields';
import { WIDGETS } from '../../../page/fields/widgets';

knowWidgets(WIDGETS);

const at = (selector: string) => {
  const el = document.querySelector(selector);
  const field = el && fieldAt(el);
  if (!field) throw new Error(`no field at ${selector}`);
  return field;
};
export const read = (selector: string) => ({ family: at(selector).family, ...at(selector).read() });
/** @param stop the check refuses: nothing may change */
export const set = (selector: string, labels: string[], stop = false) =>
  setField(at(selector), document, labels, () => (stop ? { code: 'changed-since' } : null));
export const restore = (selector: string, change: { before: string[]; after: string[] }) =>
  restoreField(at(selector), document, change);

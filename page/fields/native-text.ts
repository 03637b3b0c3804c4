import { ok, type Result, refuse } from '../../core/result';
import { announce, focusOn, leave, setNative } from './events';
import type { Check, Field } from './field';

/** Inputs that hold a text of their own. Passwords and files are not ours to read or write. */
const TYPES = new Set([
  'text',
  'search',
  'email',
  'tel',
  'url',
  'number',
  'date',
  'time',
  'month',
  'week',
  'datetime-local',
]);

/** What stands in such a box is a search until an entry of its list is chosen: written there, it would be no value. */
const IS_SEARCH =
  '[role="combobox"], [aria-autocomplete="list"], [aria-autocomplete="both"], [aria-haspopup="listbox"]';

/** `<input>` and `<textarea>` with free text, numbers or dates (dates as ISO, the way the control holds them). */
export function nativeText(el: Element): Field | null {
  const area = el.localName === 'textarea';
  if (!area && !(el.localName === 'input' && TYPES.has((el as HTMLInputElement).type))) return null;
  if (el.matches(IS_SEARCH)) return null;
  const box = el as HTMLInputElement | HTMLTextAreaElement;
  return {
    family: area ? 'textarea' : `${box.type}`,
    multiple: false,
    read: () => ({ values: box.value === '' ? [] : [{ label: box.value, id: box.value }], options: null }),
    set: async (labels, check) => setText(box, labels, check),
  };
}

function setText(
  box: HTMLInputElement | HTMLTextAreaElement,
  labels: readonly string[],
  check: Check,
): Result<null> {
  if (labels.length > 1) return refuse('unknown-value', labels.join(', '));
  const value = labels[0] ?? '';
  if (box.disabled || box.readOnly) return refuse('no-such-field');
  if (box.maxLength >= 0 && value.length > box.maxLength)
    return refuse('text-too-long', `At most ${box.maxLength} characters.`);
  if (!fits(box, value)) return refuse('unknown-value', value);
  const refused = check();
  if (refused) return { ok: false, refusal: refused };
  focusOn(box);
  setNative(box, 'value', value);
  announce(box);
  leave(box);
  return ok(null);
}

/** A control of this kind takes the value as it is: `31.2.2025` or `twelve` it would drop without a word. */
function fits(box: HTMLInputElement | HTMLTextAreaElement, value: string): boolean {
  if (value === '' || box.localName === 'textarea') return true;
  const probe = box.ownerDocument.createElement('input');
  probe.type = box.type;
  setNative(probe, 'value', value);
  return probe.value === value;
}

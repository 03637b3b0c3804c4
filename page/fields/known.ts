import type { Field, FieldFamily } from './field';
import { nativeCheckbox, nativeRadio } from './native-choice';
import { nativeSelect } from './native-select';
import { nativeText } from './native-text';

const NATIVE: readonly FieldFamily[] = [nativeSelect, nativeCheckbox, nativeRadio, nativeText];

/** Libraries before native controls: they draw over one, and some keep it out of step until asked. */
let families = NATIVE;

/** From now on the fields of these libraries are known as well. */
export function knowWidgets(widgets: readonly FieldFamily[]): void {
  families = [...widgets, ...NATIVE];
}

/** The field that an element is or belongs to; null where nothing known draws it. */
export function fieldAt(el: Element): Field | null {
  for (const family of families) {
    const field = family(el);
    if (field) return field;
  }
  return null;
}

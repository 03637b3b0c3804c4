import type { FieldState } from '../../core/observation';
import type { FieldDescriptor } from '../../core/site';
import { fieldAt } from '../fields/known';
import { menuLabels } from '../write/menu';
import { findOwn, findSeen } from './find';
import { oneLine } from './one-line';
import { readProbe, standsBeside } from './probe';
import type { Sight } from './visible-text';

/** A field that this page should show, or null where it shows none. */
export function readField(sight: Sight, where: FieldDescriptor): FieldState | null {
  const control = controlOf(sight, where);
  const shown = findOwn(sight, where.read.selector).filter((el) => standsBeside(el, where.read.beside));
  if (shown.length === 0 && !control) return null;
  const real = realChoices(control, where);
  const options = inMenu(sight, where) ?? real?.map(([label]) => label) ?? offeredBy(control, where);
  return {
    name: where.name,
    label: where.label,
    scope: where.scope ?? 'record',
    kind: where.kind,
    values: valuesOf(sight, where),
    options: options && where.kind === 'choice' ? options : null,
    writable: isWritable(sight, where, control),
    ...(real && where.wire && { wire: Object.fromEntries(real) }),
  };
}

/** What the control itself offers. */
function offeredBy(control: Element | null, { edit, kind }: FieldDescriptor): string[] | null {
  if (!control || edit?.by !== 'control' || kind !== 'choice') return null;
  return fieldAt(control)?.read().options ?? null;
}

/** What a menu offers; some leave out what is chosen already. */
function inMenu(sight: Sight, where: FieldDescriptor): string[] | null {
  if (where.edit?.by !== 'menu') return null;
  const offered = menuLabels(sight, where.edit);
  const missing = valuesOf(sight, where).filter((value) => !offered.includes(value));
  return [...missing, ...offered];
}

/** Label and value of those options that the site calls real, where it says which. */
function realChoices(control: Element | null, { edit }: FieldDescriptor): [string, string][] | null {
  if (!control || edit?.by !== 'control' || !edit.options) return null;
  return [...control.querySelectorAll<HTMLOptionElement>(edit.options)].map(({ label, value }) => [
    oneLine(label),
    value,
  ]);
}

function valuesOf(sight: Sight, where: FieldDescriptor): string[] {
  const texts = readProbe(sight, where.read).map(oneLine).filter(Boolean);
  if (where.kind === 'tags') return [...new Set(texts)];
  return texts.slice(0, 1);
}

/** The control that changes it, where it is on the page now, be it drawn over by a styled one. */
function controlOf(sight: Sight, where: FieldDescriptor): Element | null {
  const { edit } = where;
  if (!edit) return null;
  return (
    findOwn(sight, edit.by === 'tags' ? edit.input : edit.by === 'menu' ? edit.item : edit.control)[0] ?? null
  );
}

function isWritable(sight: Sight, where: FieldDescriptor, control: Element | null): boolean {
  if (!where.edit) return false;
  if (where.edit.open && findSeen(sight, where.edit.open).length > 0) return true;
  return control !== null && !control.matches(':disabled, [aria-disabled="true"], [readonly]');
}

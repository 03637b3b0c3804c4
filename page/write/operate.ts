import type { Guard, WriteAnswer } from '../../core/ports';
import type { Refusal } from '../../core/result';
import type { PageOperation } from '../../core/site';
import { announce, setNative } from '../fields/events';
import { waitFor } from '../wait';
import { accepted, refused, refusedBy } from './answers';
import { ask, bringControl, type Hands, onlyUsable } from './hands';

/** Fills in a small form of the page and presses its button. Whatever is wrong before that empties the form again. */
export async function operate(
  hands: Hands,
  { open, fill, submit }: PageOperation,
  given: Record<string, string | null>,
  guard: Guard,
): Promise<WriteAnswer> {
  const early = ask(hands, guard);
  if (early) return refusedBy(early);
  const typed: { box: HTMLInputElement; before: string }[] = [];
  for (const one of fill) {
    const box = await bringControl(hands.doc, one.control, open);
    if (box?.localName !== 'input' && box?.localName !== 'textarea') return giveUp(typed);
    const input = box as HTMLInputElement;
    typed.push({ box: input, before: input.value });
    type(input, given[one.with] ?? '');
  }
  const button = await waitFor(hands.doc, () => onlyUsable(hands.doc, filled(submit, given)));
  const holds = fill.every((one, i) => typed[i]?.box.value === (given[one.with] ?? ''));
  if (!button || !holds) return giveUp(typed);
  const late = ask(hands, guard);
  if (late) return giveUp(typed, late);
  button.click();
  return accepted;
}

function giveUp(typed: { box: HTMLInputElement; before: string }[], why?: Refusal): WriteAnswer {
  for (const { box, before } of typed) type(box, before);
  return why ? refusedBy(why) : refused('not-supported', 'The form for it was not found on this page.');
}

function type(box: HTMLInputElement, value: string): void {
  setNative(box, 'value', value);
  announce(box);
}

/** A key from the helpdesk stands inside quotes of the selector. */
function filled(selector: string, given: Record<string, string | null>): string {
  return selector.replace(/\{(\w+)\}/g, (_, name: string) => (given[name] ?? '').replace(/["'\\]/g, '\\$&'));
}

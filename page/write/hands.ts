import type { Observation } from '../../core/observation';
import type { Guard, WriteAnswer } from '../../core/ports';
import type { Refusal, Result } from '../../core/result';
import type { FieldDescriptor, LeaveOut } from '../../core/site';
import { findOwn, findSeen } from '../read/find';
import { Sight } from '../read/visible-text';
import { waitFor } from '../wait';
import type { Renewal } from './fresh';

/** What every writing step needs: the document, and a fresh look that the guard can judge. */
export interface Hands {
  doc: Document;
  look(): Observation;
  /** What the helpdesk holds now, where its page may show what is no longer so. */
  renewal(): Promise<Result<Renewal>>;
}

/** A fresh look, judged. `seen` may put back what our own half-done edit changed on the page. */
export function ask(
  hands: Hands,
  guard: Guard,
  seen: (live: Observation) => Observation = (live) => live,
): Refusal | null {
  return guard(seen(hands.look()));
}

/** The last look before something is saved: the page's, with what the helpdesk holds by now. */
export async function askAnew(
  hands: Hands,
  guard: Guard,
  seen: (live: Observation) => Observation = (live) => live,
): Promise<Refusal | null> {
  return judgeWith(await hands.renewal(), guard, seen(hands.look()));
}

/** A page that does not follow goes on showing what is no longer so; then that has to be said. */
export function judgeWith(renewal: Result<Renewal>, guard: Guard, live: Observation): Refusal | null {
  if (!renewal.ok) return renewal.refusal;
  const refusal = guard(renewal.value(live));
  if (!refusal || guard(live)) return refusal;
  const detail = `${refusal.detail ?? ''} This page still shows what was before: reload it.`.trim();
  return { ...refusal, detail };
}

/** The one element that a person sees and can use; null when there is none, or more than one. */
export function onlyUsable(doc: Document, selector: string): HTMLElement | null {
  const usable = findSeen(new Sight(doc), selector).filter(
    (el) => !el.matches(':disabled, [aria-disabled="true"]'),
  );
  return usable.length === 1 ? ((usable[0] as HTMLElement | undefined) ?? null) : null;
}

/** The control of a field: opened by a click where the page hides it until asked. */
export async function bringControl(
  doc: Document,
  selector: string,
  open: string | undefined,
): Promise<Element | null> {
  const there = usableControl(doc, selector);
  if (there || !open) return there;
  const opener = findSeen(new Sight(doc), open)[0];
  if (!opener) return null;
  (opener as HTMLElement).click();
  return waitFor(doc, () => usableControl(doc, selector));
}

/** Does what may open a control, and hides it again when nothing was saved after all: the page shows its values then. */
export async function tidyingUp(
  doc: Document,
  edit: { control: string; close?: string },
  act: () => Promise<WriteAnswer>,
): Promise<WriteAnswer> {
  const stood = usableControl(doc, edit.control) !== null;
  const answer = await act();
  if (!stood && edit.close && answer.outcome === 'refused') onlyUsable(doc, edit.close)?.click();
  return answer;
}

/** A control that can be seen, or whose library draws something visible in its place. */
function usableControl(doc: Document, selector: string): Element | null {
  const sight = new Sight(doc);
  const all = findOwn(sight, selector).filter((el) => !el.matches(':disabled'));
  return all.find((el) => sight.sees(el)) ?? all.find((el) => standIn(sight, el)) ?? null;
}

function standIn(sight: Sight, el: Element): boolean {
  const near = [el.nextElementSibling, el.previousElementSibling, el.parentElement];
  return near.some((other) => other !== null && sight.sees(other) && other.children.length > 0);
}

/** A selector with a tag's name in it, inside quotes. */
export function withTag(selector: string, tag: string): string {
  return selector.replaceAll('{tag}', tag.replace(/["'\\]/g, '\\$&'));
}

/** The field as it was before our hand moved its control. */
export function asBefore(
  where: FieldDescriptor,
  before: readonly string[],
): (live: Observation) => Observation {
  const scope = where.scope ?? 'record';
  return (live) => ({
    ...live,
    fields: live.fields.map((f) =>
      f.name === where.name && f.scope === scope ? { ...f, values: [...before] } : f,
    ),
  });
}

/** What the page shows for a field now. */
export function valuesOf(hands: Hands, where: FieldDescriptor): string[] {
  const scope = where.scope ?? 'record';
  return hands.look().fields.find((f) => f.name === where.name && f.scope === scope)?.values ?? [];
}

/** Clicks the button that sends a form, without those of its controls that were not asked to change. */
export function clickToSave(doc: Document, save: HTMLElement, leaveOut: LeaveOut | undefined): void {
  const others = leaveOut
    ? [...doc.querySelectorAll<HTMLInputElement>(leaveOut)].filter((el) => !el.disabled)
    : [];
  for (const el of others) el.disabled = true;
  save.click();
  // the form was read within the click
  for (const el of others) el.disabled = false;
}

import { digest } from '../../core/digest';
import { aMoment, type EditorFamily } from './family';
import type { FoundEditor } from './find';

export interface EditorState {
  /** As a person reads it, one line a line. */
  text: string;
  html: string;
  /** The editor's own model as text: what Send would post. */
  model: string;
}

/** What the editor holds now. Changes nothing. */
export function readEditor({ el, family }: FoundEditor): EditorState {
  const { lines, html, model } = family.read(el);
  return { text: lines.join('\n'), html, model };
}

/** Equal as long as what Send would post is. */
export function editorFingerprint({ el, family }: FoundEditor): string {
  return `${family.name}:${digest(family.read(el).model)}`;
}

/** Some editors show their interface a task after they were first looked at. */
export async function meet(el: HTMLElement, family: EditorFamily): Promise<void> {
  const [first] = family.ways;
  for (let tries = 0; tries < 2 && first?.name === 'world' && first.abilities(el) === null; tries += 1)
    await aMoment();
}

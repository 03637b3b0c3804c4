import type { Block } from '../../core/markup';
import type { Abilities, ModelRead } from '../world/adapter';

/** What an editor holds now, as its own model says where that can be asked, else as the document shows. */
export interface EditorRead extends ModelRead {
  html: string;
}

/**
 * One way of writing into an editor. An editor may have several; they are tried in order, and never a second
 * one before the first was taken back.
 */
export interface Way {
  name: string;
  /** What can be written in this way, or null when it cannot be used here. */
  abilities(el: HTMLElement): Abilities | null;
  /** Puts the blocks above everything, as one step of undo. Returns what `takeOut` needs. Throws when it cannot. */
  insert(el: HTMLElement, blocks: Block[]): Promise<string> | string;
  /**
   * Removes exactly these lines. `untouched`: nothing else was written since, so the editor's own undo may be used.
   * False when they are not there whole and once; then nothing was changed.
   */
  takeOut(el: HTMLElement, lines: string[], taken: string, untouched: boolean): Promise<boolean> | boolean;
}

export interface EditorFamily {
  name: string;
  matches(el: HTMLElement): boolean;
  read(el: HTMLElement): EditorRead;
  /** Puts a selection of `read` back, beyond what the document's own selection says. */
  select(el: HTMLElement, selection: string): void;
  ways: Way[];
  /** Holds plain text only. */
  plain: boolean;
  /** What a person sees of it, where the element that is written into is hidden by design. */
  frame?(el: HTMLElement): HTMLElement;
  /** Nobody redraws it: its document may be set as a whole. */
  unmanaged: boolean;
}

export const RICH: Abilities = { strong: true, em: true, link: true, list: true };
export const PLAIN: Abilities = { strong: false, em: false, link: false, list: false };

/** One task later, and the tasks that were waiting have run. */
export const aMoment = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

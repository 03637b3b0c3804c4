import type { Block } from '../../core/markup';

/** What an editor can hold. What it cannot is written as text instead. */
export interface Abilities {
  strong: boolean;
  em: boolean;
  link: boolean;
  list: boolean;
}

/** What an editor's own model says: not what the page shows, but what Send would post. */
export interface ModelRead {
  /** One string per line a person sees, as the model holds it; blank ones included. */
  lines: string[];
  links: string[];
  /** How many list items, bold and italic pieces there are: to prove that markup was kept. */
  items: number;
  strong: number;
  em: number;
  /** The whole model as text, to compare it exactly. */
  model: string;
  /** The model's own selection, as JSON text; empty when it has none. */
  selection: string;
}

/** An editor's own interface, used in the page's world. Throws when the editor does not do as asked. */
export interface Adapter<Handle = unknown> {
  find(el: HTMLElement): Handle | null;
  abilities(handle: Handle): Abilities;
  read(handle: Handle): ModelRead;
  /** Puts the blocks above everything, as one step of the editor's undo. Returns what `takeOut` needs, as JSON text. */
  insert(handle: Handle, blocks: Block[]): string;
  /** Removes exactly these lines, wherever they stand now; false when they are not there whole and once. */
  takeOut(handle: Handle, lines: string[], taken: string): boolean;
  select(handle: Handle, selection: string): void;
}

/** Identity: gives the types, nothing else. */
export const defineAdapter = <Handle>(adapter: Adapter<Handle>): Adapter<Handle> => adapter;

// biome-ignore lint/suspicious/noExplicitAny: page objects of libraries we do not ship; each use is guarded
export type Foreign = any;

import type { Clip } from './clip';
import type { Colour } from './colours';
import type { StyleGate } from './style-gate';

/** How an element is painted, with what it inherits from all that is around it. */
export interface Painted {
  element: Element;
  /** Its local name. */
  name: string;
  parent: Painted | null;
  /** Asked of the browser when it is first used: for most elements never. */
  readonly style: CSSStyleDeclaration;
  display: string;
  /** False: nothing of it or below it is painted. */
  shown: boolean;
  /** Product of the opacities from the top down. */
  opacity: number;
  /** What lets text through: for content in flow, for absolutely placed, and for fixed descendants. */
  clip: Clip;
  clipAbsolute: Clip;
  clipFixed: Clip;
  /** In which ways it may differ from an ordinary element (`style-flags`). */
  flags: number;
  gate: StyleGate;
  /** Its box lies where text is let through, and nothing in between moved or cut it: text in it is in sight. */
  steady: boolean;
  /** Something around cuts what does not fit, and not all of it fits. */
  cut: boolean;
  /** Letters may be moved, shrunk or run to the far side: only measuring tells. */
  bent: boolean;
  /** The element whose ink and ground it shares: itself, or the ancestor it inherits both from. */
  ink: Painted;
  /** Whether its text can be told from its ground; unknown until asked. Kept at the `ink` element. */
  told: boolean | undefined;
  /** Not drawn at all: hidden, tiny, or as dots. Kept at the `ink` element. */
  faded: boolean;
  /** The colours under its text, or that a picture is; unknown until asked. */
  ground: Colour[] | 'picture' | undefined;
  /** What its text inherits: the parent's own where no rule speaks of it. */
  readonly letters: Letters;
  /** Its children may be drawn by another tree's rules. */
  hosts: boolean;
}

/** How letters are drawn, wherever they stand. */
export interface Letters {
  /** Pixels. */
  size: number;
  colour: Colour;
  visible: boolean;
  /** Drawn as dots, as in a password. */
  dotted: boolean;
}

/** Fainter than this is not there for a person. */
export const LEAST_OPACITY = 0.1;

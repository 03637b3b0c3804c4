import type { BrowserContext } from 'playwright';
import type { Display } from './display.mjs';

export interface SidePanel {
  url: string;
  /** Runs an expression in the panel's document; a promise is awaited. */
  evaluate(expression: string): Promise<unknown>;
  text(): Promise<string>;
  /** A trusted click on the node with this role and accessible name. */
  click(role: string, name: string): Promise<void>;
  says(words: string): Promise<void>;
  has(role: string, name: string): Promise<unknown>;
}

export function openSidePanel(display: Display, context: BrowserContext): Promise<SidePanel>;

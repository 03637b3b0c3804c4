import { browser } from 'wxt/browser';

const KEY = Symbol.for('countersign-context');
const here = globalThis as { [KEY]?: ContentScriptContext };

/**
 * Of WXT's context the script in a page needs one thing: whether it is the one that answers. That is the last one that
 * was put there, while the extension that did it still runs.
 */
export class ContentScriptContext {
  constructor() {
    here[KEY] = this;
  }

  get isValid(): boolean {
    return here[KEY] === this && Boolean(browser.runtime?.id);
  }
}

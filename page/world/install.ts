import * as z from 'zod/mini';
import type { Block } from '../../core/markup';
import type { Adapter } from './adapter';
import { ADAPTERS } from './adapters';
import { type Answer, answerName, HELLO, requestName } from './protocol';
import { Nonce, Request } from './request';

/**
 * The half that lives in the page's own world, where editors keep their models. It answers events of the
 * content script within their dispatch and does nothing by itself. The page can see and forge all of this,
 * so nothing here decides anything: the other half checks what it is told and proves what was written.
 */
export function installPageWorld(nonce?: string): void {
  // A page's policy against `eval` would report zod's probe.
  z.config({ jitless: true });
  if (nonce !== undefined) listen(window, nonce);
  document.addEventListener(HELLO, (event) => {
    const name = Nonce.safeParse((event as CustomEvent).detail);
    if (name.success) listen(window, name.data);
  });
}

const handlers = new Map<string, (event: Event) => void>();

function listen(where: Window, nonce: string): void {
  const known = handlers.get(nonce);
  const handler = known ?? ((event: Event) => reply(event as CustomEvent, nonce));
  handlers.set(nonce, handler);
  where.addEventListener(requestName(nonce), handler, true);
}

function reply(event: CustomEvent, nonce: string): void {
  const target = event.composedPath()[0];
  if (!target || !('nodeType' in target) || typeof event.detail !== 'string') return;
  event.stopImmediatePropagation();
  const answer = answerTo(target as HTMLElement, event.detail, nonce);
  target.dispatchEvent(new CustomEvent(answerName(nonce), { detail: JSON.stringify(answer) }));
}

function answerTo(el: HTMLElement, detail: string, nonce: string): Answer {
  try {
    const request = Request.parse(JSON.parse(detail));
    if (request.op === 'attach') {
      const frame = (el as HTMLIFrameElement).contentWindow;
      if (frame) listen(frame, nonce);
      return { ok: true, value: frame !== null };
    }
    for (const adapter of ADAPTERS) {
      const handle = adapter.find(el);
      if (handle !== null) return { ok: true, value: perform(adapter, handle, request) };
    }
    return { ok: false, none: true, words: '' };
  } catch (error) {
    return { ok: false, none: false, words: error instanceof Error ? error.message.slice(0, 300) : 'failed' };
  }
}

function perform(adapter: Adapter, handle: unknown, request: Exclude<Request, { op: 'attach' }>): unknown {
  switch (request.op) {
    case 'probe':
      return adapter.abilities(handle);
    case 'read':
      return adapter.read(handle);
    case 'insert':
      return adapter.insert(handle, request.blocks as Block[]);
    case 'take-out':
      return adapter.takeOut(handle, request.lines, request.taken);
    case 'select':
      adapter.select(handle, request.selection);
      return true;
  }
}

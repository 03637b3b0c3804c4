import type { Foreign } from './adapter';

/** Walks from an element up through the React components that drew it; the first answer that is not null. */
export function upReact<T>(el: Element, look: (fiber: Foreign) => T | null): T | null {
  const key = Object.keys(el).find(
    (k) => k.startsWith('__reactFiber$') || k.startsWith('__reactInternalInstance$'),
  );
  let fiber = key ? (el as Foreign)[key] : null;
  for (let depth = 0; fiber && depth < 60; depth += 1) {
    const found = look(fiber);
    if (found !== null) return found;
    fiber = fiber.return;
  }
  return null;
}

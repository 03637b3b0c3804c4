import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react';

export type Route = { screen: 'tickets'; id: number | null } | { screen: 'contacts'; id: number | null };

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Goes to another screen without loading the page anew. */
export function go(path: string): void {
  if (path === location.pathname) return;
  history.pushState(null, '', path);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  const found = /^\/(tickets|contacts)(?:\/(\d+))?$/.exec(path);
  const id = found?.[2] ? Number(found[2]) : null;
  return { screen: found?.[1] === 'contacts' ? 'contacts' : 'tickets', id };
}

/** A link that navigates within the page; a click with a modifier opens a new tab as usual. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}

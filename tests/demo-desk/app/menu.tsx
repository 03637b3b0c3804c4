import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  className: string;
  summary: ReactNode;
  children: ReactNode;
}

/** A button with a list under it, which closes after a choice, on Escape and on a click elsewhere. */
export function Menu({ className, summary, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const { current } = menu;
      if (!current?.open) return;
      const key = event instanceof KeyboardEvent ? event.key : null;
      if (key !== null && key !== 'Escape') return;
      if (key === null && event.target instanceof Element && event.target.closest('summary')) {
        if (current.contains(event.target)) return;
      }
      current.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  return (
    <details className={`menu ${className}`} ref={menu}>
      <summary>{summary}</summary>
      <ul className="menu-items">{children}</ul>
    </details>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';

const EVERY_MS = 1000;

/**
 * Keeps what stands at `path` up to date: asks every second and again at once after `refresh()`.
 * The browser sends the ETag back, so an unchanged record costs an empty answer.
 */
export function useLive<T>(path: string | null): { data: T | null; refresh: () => Promise<void> } {
  const [held, setHeld] = useState<{ path: string; text: string; data: T } | null>(null);
  const latest = useRef(held);
  const tag = useRef<{ path: string; value: string } | null>(null);

  const refresh = useCallback(async () => {
    if (!path) return;
    const headers: Record<string, string> =
      tag.current?.path === path ? { 'If-None-Match': tag.current.value } : {};
    const response = await fetch(path, { headers, cache: 'no-store' }).catch(() => null);
    if (response?.status !== 200) return;
    const text = await response.text();
    const value = response.headers.get('ETag');
    tag.current = value ? { path, value } : null;
    if (latest.current?.path === path && latest.current.text === text) return;
    latest.current = { path, text, data: JSON.parse(text) as T };
    setHeld(latest.current);
  }, [path]);

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), EVERY_MS);
    // Browsers slow the clocks of pages nobody looks at.
    const back = () => void refresh();
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
    };
  }, [refresh]);

  return { data: held?.path === path ? held.data : null, refresh };
}

/** Something that does not change while the page is open. */
export function useOnce<T>(path: string): T | null {
  const [data, setData] = useState<T | null>(null);
  useEffect(() => {
    let current = true;
    void fetch(path)
      .then((response) => response.json())
      .then((answer: T) => current && setData(answer));
    return () => {
      current = false;
    };
  }, [path]);
  return data;
}

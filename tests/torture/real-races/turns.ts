import type { Page } from 'playwright';
import type { StageName, Turn } from './plan';

/** How a page turns: shows the other one of two tickets, or turns its reply box. */
export type Way = { way: 'navigate'; here: string; other: string } | { way: 'flip'; stage: StageName };

/** Puts into a tab, for all pages that it loads, what makes them turn at a moment. */
export async function prepareTurns(tab: Page, turned: (at: number) => void): Promise<void> {
  await tab.exposeBinding('raceTurned', (_source, at: number) => turned(at));
  await tab.addInitScript(turner);
}

interface Turner {
  arm(turns: Turn[], way: Way): void;
  now(): void;
  disarm(): void;
}

const withTurner = { race: null as unknown as Turner };
type Window = typeof withTurner;

/** From now on the page turns when its moments come. */
export const armTurns = (tab: Page, turns: Turn[], way: Way): Promise<void> =>
  tab.evaluate(([given, how]) => (globalThis as unknown as Window).race.arm(given, how), [turns, way] as [
    Turn[],
    Way,
  ]);

export const turnNow = (tab: Page): Promise<void> =>
  tab.evaluate(() => (globalThis as unknown as Window).race.now());

/** A page that is being loaded anew has nothing armed. */
export const disarmTurns = (tab: Page): Promise<void> =>
  tab.evaluate(() => (globalThis as unknown as Window).race.disarm()).catch(() => undefined);

// Runs in the page's own world; sees nothing of this file.
function turner(): void {
  const page = globalThis as unknown as Window & { raceTurned(at: number): void };
  let armed: { sign: string; left: number }[] = [];
  let timers: ReturnType<typeof setTimeout>[] = [];
  let way: Way | null = null;

  const turn = (): void => {
    if (!way) return;
    if (way.way === 'navigate') {
      const to = location.pathname === way.here ? way.other : way.here;
      document.querySelector<HTMLElement>(`a[href="${to}"]`)?.click();
    } else if (way.stage === 'demo-desk') {
      document.querySelector<HTMLElement>('.composer-modes [aria-pressed="false"]')?.click();
    } else flipBlock();
    page.raceTurned(Date.now());
  };
  /** All three signs of this box at once, and the words in it stay. */
  const flipBlock = (): void => {
    const block = document.querySelector('.conv-reply-block');
    const hidden = document.querySelector<HTMLInputElement>('.conv-reply-block [name="is_note"]');
    if (!block || !hidden) return;
    hidden.value = block.classList.toggle('conv-note-block') ? '1' : '';
  };
  const sign = (name: string): void => {
    for (const one of armed.filter((a) => a.sign === name)) {
      one.left -= 1;
      if (one.left !== 0) continue;
      // The fields of this form are turned with no regard to what the page is doing: once it has taken the click.
      if (name === 'click' && way?.way === 'flip' && way.stage === 'freescout') setTimeout(turn);
      else turn();
    }
  };
  page.race = {
    arm(turns, how) {
      way = how;
      armed = turns.flatMap((t) => (t.by === 'sign' ? [{ sign: t.sign, left: t.nth }] : []));
      timers = turns.flatMap((t) => (t.by === 'time' ? [setTimeout(turn, t.ms)] : []));
    },
    now: turn,
    disarm() {
      for (const timer of timers) clearTimeout(timer);
      armed = [];
      timers = [];
      way = null;
    },
  };
  // Before anything of the page's own hears of it.
  for (const type of ['focusin', 'input', 'change', 'click'])
    window.addEventListener(type, (event) => !event.isTrusted && sign(type), true);
  new MutationObserver((changes) => {
    const inBox = (node: Node): boolean =>
      (node instanceof Element ? node : node.parentElement)?.closest('.ProseMirror, .note-editable') != null;
    if (changes.some((change) => inBox(change.target))) sign('words in the box');
  }).observe(document, { subtree: true, childList: true, characterData: true });
  const { fetch } = window;
  window.fetch = (input, init) => {
    const method = init?.method ?? 'GET';
    if (method !== 'GET') sign('request leaves');
    return fetch(input, init);
  };
}

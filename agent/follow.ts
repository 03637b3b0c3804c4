import type { Observation } from '../core/observation';
import { recordKey } from '../core/record';
import type { SiteSetting } from '../core/settings';
import { partsOf } from '../core/site-note';
import { noticeOf } from './card';
import type { Context } from './context';
import type { PageAddress } from './deps';
import { lookAt } from './look';
import { remembered } from './remember';
import type { BindingView, OwnTools } from './view';

const LOAD_MS = 30_000;
const SETTLE_MS = 200;

interface Listener {
  /** Another record is on the screen. */
  recordChanged(key: string): void;
  /** The same record was looked at again. */
  looked(key: string): void;
}

/** Follows one tab: attaches to its document, looks, and looks again whenever it says that it changed. */
export function createFollower(context: Context, on: Listener) {
  let stopWatching: (() => void) | null = null;
  let current: PageAddress | null = null;
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sites: SiteSetting[] | null = null;
  let host = '';
  let shown: Extract<BindingView, { status: 'bound' }> | null = null;
  let own: OwnTools | null = null;

  async function follow(tabId: number | null): Promise<void> {
    const mine = ++generation;
    stopWatching?.();
    stopWatching = null;
    current = null;
    context.tabId = tabId;
    if (tabId === null)
      return context.setBinding({ status: 'none', words: 'Open a ticket in a tab beside this panel.' });
    const url = await context.deps.tabs.urlOf(tabId);
    const origin = originOf(url);
    host = origin === null ? '' : new URL(url).host;
    if (mine !== generation) return;
    if (origin === null) return context.setBinding({ status: 'none', words: wordsFor(url) });
    if (!(await context.deps.permissions.has(origin)))
      return context.setBinding({ status: 'needs-permission', origin });
    if (context.desk === null) context.setBinding({ status: 'looking' });
    const page = await context.deps.pages.attach(tabId);
    if (mine !== generation) return;
    if (!page.ok) {
      if (page.refusal.code === 'no-permission')
        return context.setBinding({ status: 'needs-permission', origin });
      return context.setBinding({ status: 'none', words: noticeOf(page.refusal) });
    }
    current = page.value;
    stopWatching = context.deps.pages.watch(page.value, {
      changed: () => soon(mine),
      gone: () => {
        if (mine === generation) void again(mine, tabId);
      },
    });
    await refresh();
  }

  /** The document is gone: the tab loads another one, and the run goes on with it. */
  async function again(mine: number, tabId: number): Promise<void> {
    await context.deps.tabs.settled(tabId, LOAD_MS);
    if (mine === generation) await follow(tabId);
  }

  function soon(mine: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (mine === generation) void refresh();
    }, SETTLE_MS);
  }

  async function refresh(): Promise<void> {
    const page = current;
    if (!page) return;
    // Settings lie in the store, which is still being loaded at the first look: that one does without.
    if (sites !== null) sites = await loadSites();
    await lookNow(page);
    if (sites !== null) return;
    sites = await loadSites();
    // Always once more: only now is it known how the session's switch stands.
    if (current === page) await lookNow(page);
  }

  async function lookNow(page: PageAddress): Promise<void> {
    const sessionAllowed = (sites ?? []).some((site) => site.host === host && site.session);
    // The screen is read off the page; the session is asked only when something is proposed or done.
    const look = await lookAt(context.deps, page, { channel: 'page', record: null, sessionAllowed });
    if (current !== page) return;
    if (!look.ok) return context.setBinding({ status: 'none', words: noticeOf(look.refusal) });
    const seen = remembered(context.desk?.seen ?? null, look.value.seen);
    const before = context.desk ? recordKey(context.desk.seen.record) : '';
    const now = recordKey(seen.record);
    context.desk = { page, seen, sessionAllowed };
    if (before !== now) own = null;
    shown = {
      status: 'bound',
      seen,
      key: now,
      sessionAllowed: sites === null ? null : sessionAllowed,
      sessionPossible: look.value.sessionPossible,
      ownTools: own,
    };
    context.setBinding(shown);
    if (before === now) on.looked(now);
    else {
      on.recordChanged(now);
      context.redraw();
    }
    if (sites === null) return;
    await heedNote();
    await heedTools(page, seen);
  }

  /** The note of a site may be changed in Settings while the panel stands open. */
  async function heedNote(): Promise<void> {
    const note = await context.deps.siteNote(host);
    context.workspace().neverWrite = note ? partsOf(note.text).neverWrite : [];
    context.redraw();
  }

  /** Tools of files come and go in Settings, too. */
  async function heedTools(page: PageAddress, seen: Observation): Promise<void> {
    const offered = await context.deps.customTools.offered(seen);
    if (current !== page || !shown || shown.key !== recordKey(seen.record)) return;
    if (JSON.stringify(offered) === JSON.stringify(own)) return;
    own = offered;
    shown = { ...shown, ownTools: own };
    context.setBinding(shown);
  }

  async function loadSites(): Promise<SiteSetting[]> {
    return (await context.deps.settings.get()).settings.sites;
  }

  return { follow, refresh };
}

function originOf(url: string): string | null {
  if (!/^https?:\/\//.test(url)) return null;
  return new URL(url).origin;
}

function wordsFor(url: string): string {
  return url === ''
    ? 'Countersign may not see this tab yet. Go to the tab with the ticket and click the Countersign button.'
    : 'This page cannot be read by extensions. Open a ticket in this tab.';
}

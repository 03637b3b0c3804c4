import type { FromPage, ToPage } from '../../bridge/messages';
import type { Part } from '../../bridge/parts';
import type { SiteDescriptor } from '../../core/site';
import { knowWidgets } from '../../page/fields/known';
import { WIDGET_SIGNS } from '../../page/fields/widget-signs';
import { pageOf } from '../../page/look';
import { treesOf } from '../../page/read/flat-tree';
import { isOn, type SiteSigns } from '../../sites/parts/detect';
import { findEffect } from '../../tools/registry';
import { part } from './parts';

/** Put in by the build: what shows that a page is a site's, of every file in `sites/`. */
declare const __SITE_SIGNS__: readonly SiteSigns[];

const idHere = (): string | null => __SITE_SIGNS__.find((site) => isOn(site, document))?.id ?? null;

/** The site whose every sign is on this page; null for a page that no file knows. */
export function siteHere(): SiteDescriptor | null {
  const id = idHere();
  return (id && part(`site:${id}`)) || null;
}

/** Editors that are more than a text area may have to be asked in the page's own world. */
const RICH = '[contenteditable]:not([contenteditable="false"]), iframe, trix-editor';

/** What a message cannot be answered without, and is not here yet. */
export function needs(message: ToPage): FromPage | null {
  if (message.type === 'outcome') return null;
  const parts: Part[] = [];
  const lack = (name: Exclude<Part, `site:${string}`>, isNeeded: () => unknown): void => {
    if (!part(name as 'world') && isNeeded()) parts.push(name);
  };
  lack('drafts', () => message.type === 'stays' || writesText(message) || stands(`textarea, ${RICH}`));
  lack('world', () => stands(RICH));
  lack('widgets', () => stands(WIDGET_SIGNS));
  lack('forms', () => message.type === 'open-composer' || changesMore(message));
  const id = idHere();
  // what else is needed, the site's own file says
  if (id && !part(`site:${id}`)) return { type: 'needs', parts: [...parts, `site:${id}`] };
  const site = siteHere();
  // a site whose page was never seen live may have gaps that general signs fill
  lack('general', () => site?.confidence !== 'seen-live' || !pageOf(document, site));
  if (message.type !== 'open-composer' && message.type !== 'stays') {
    const over = message.type === 'macros' || message.channel === 'session';
    lack('session', () => over && message.sessionAllowed && site?.api?.session);
  }
  if (parts.length > 0) return { type: 'needs', parts };
  knowWidgets(part('widgets') ?? []);
  return null;
}

/** More than the text of a box that is there. */
const changesMore = (message: ToPage): boolean =>
  (message.type === 'act' || message.type === 'prove') && findEffect(message.tool)?.touches.what !== 'box';

const WRITES = new Set(['box', 'message']);
const writesText = (message: ToPage): boolean =>
  message.type === 'act' && WRITES.has(findEffect(message.tool)?.touches.what ?? '');

/** In the page, its shadow roots or its frames. */
const stands = (selector: string): boolean =>
  document.querySelector(selector) !== null ||
  treesOf(document).roots.some((root) => root.querySelector(selector) !== null);

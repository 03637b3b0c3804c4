import { ok, type Result, refuse } from '../core/result';
import type { ComposerDescriptor, OpenComposer, SiteDescriptor } from '../core/site';
import { readComposer } from './read/composer';
import { firstSeen } from './read/find';
import { genericComposer } from './read/generic-composer';
import { pageFor } from './read/identity';
import { Sight } from './read/visible-text';
import { waitFor, waitUntil } from './wait';

export interface Opened {
  /** The path that has to be loaded, or null when the box is on the page now. */
  navigates: string | null;
}

/**
 * Brings the reply box for a public reply or an internal note onto the page.
 * Clicks what a person would click, or names the page that holds the box.
 * `no-composer` when there is no way to it, `wrong-visibility` when another box came.
 */
export async function openComposer(
  doc: Document,
  site: SiteDescriptor | null,
  visibility: 'public' | 'internal',
): Promise<Result<Opened>> {
  const found = site ? pageFor(site, doc) : null;
  const composer = found?.page.composer;
  if (!found || !composer) {
    return genericComposer(new Sight(doc)) ? ok({ navigates: null }) : refuse('no-composer');
  }
  if (isOpen(doc, composer, visibility)) return ok({ navigates: null });
  const way: OpenComposer = composer.open[visibility];
  if (way.by === 'load')
    return ok({ navigates: way.path.replaceAll('{id}', encodeURIComponent(found.urlId)) });
  const opener = firstSeen(new Sight(doc), way.selector);
  if (!opener) return refuse('no-composer');
  (opener as HTMLElement).click();
  if (await waitUntil(doc, () => isOpen(doc, composer, visibility))) return ok({ navigates: null });
  const other = await waitFor(doc, () => readComposer(new Sight(doc), composer).composer.present || null, 0);
  return refuse(other ? 'wrong-visibility' : 'no-composer');
}

function isOpen(doc: Document, where: ComposerDescriptor, visibility: 'public' | 'internal'): boolean {
  const { composer } = readComposer(new Sight(doc), where);
  return composer.present && composer.visibility === visibility;
}

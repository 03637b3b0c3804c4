import { observePage } from '../../page/look';
import { openComposer } from '../../page/open-composer';
import { DRAFTS } from '../../page/write/drafts';
import { FORMS } from '../../page/write/forms';
import { createPageWriter } from '../../page/writer';
import { detectSite } from '../../sites/registry';

const site = () => detectSite(document);

export const look = () => observePage(document, site());
export const open = (visibility: 'public' | 'internal') => openComposer(document, site(), visibility);

/** Calls one method of the writer. `stop`: the guard refuses from this look on (1 is the first). */
export async function write(method: string, args: unknown[], stop = 0) {
  let looks = 0;
  const guard = () => {
    looks += 1;
    return stop > 0 && looks >= stop ? { code: 'changed-since' } : null;
  };
  const writer = createPageWriter(document, site(), { drafts: DRAFTS, forms: FORMS }) as unknown as Record<
    string,
    (...a: unknown[]) => Promise<unknown>
  >;
  return { answer: await writer[method]?.(...args, guard), looks };
}

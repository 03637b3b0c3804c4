import type { Observation } from '../../core/observation';
import type { Visibility } from '../../core/words';
import { NO_COMPOSER, textIn } from './composer';
import type { LookContext } from './context';
import { distrust } from './find';
import { genericComposer } from './generic-composer';
import { digestKey } from './messages';
import type { Sight } from './visible-text';

/** More than this is no page that a person reads for one answer. */
const LONGEST = 60_000;

type View = Omit<Observation, 'system' | 'notes' | 'account'>;

/** A page of which nothing is asked but what stands on it, and the box that somebody could write into. */
export function observePlain(sight: Sight, context: LookContext, notes: string[]): Observation {
  const box = genericComposer(sight, null);
  if (box) distrust(sight, [box]);
  const view = documentView(sight, context.documentId, box);
  return asDocument({ ...view, account: '', composer: composerIn(sight, view, box, 'unknown') }, notes);
}

export function asDocument(view: View & { account: string }, notes: string[]): Observation {
  return {
    ...view,
    system: 'Unknown page',
    notes: [...notes, 'No ticket or contact was recognised here. You can still draft, insert and copy.'],
  };
}

export const composerIn = (
  sight: Sight,
  view: View,
  box: Element | null,
  visibility: Visibility,
): Observation['composer'] => ({
  ...view.composer,
  present: box !== null,
  visibility,
  text: box ? textIn(sight, box) : '',
});

/** A page without a record that could be told: its visible text as one message that nobody signed. */
export function documentView(sight: Sight, documentId: string, box: Element | null): View {
  const { doc } = sight;
  const main = doc.querySelector('main, [role="main"]');
  const root = main && sight.sees(main) ? main : doc.body;
  const read = root
    ? sight.read(root, { skip: (el) => el === box || isChrome(el) })
    : { text: '', hidden: 0 };
  const text = read.text.slice(0, LONGEST);
  return {
    record: {
      site: 'generic',
      host: doc.location.host,
      type: 'document',
      id: `${doc.location.origin}${doc.location.pathname}`,
    },
    subject: doc.title,
    requester: null,
    messages: text
      ? [
          {
            key: digestKey('unknown', '', text),
            role: 'unknown',
            author: '',
            at: '',
            text,
            quoted: '',
            attachments: [],
          },
        ]
      : [],
    showsConversation: true,
    fields: [],
    composer: NO_COMPOSER,
    abilities: [],
    hiddenCount: read.hidden,
    missing: read.text.length > LONGEST ? ['The page is very long; only its beginning was read.'] : [],
    documentId,
    url: doc.location.href,
    title: doc.title,
  };
}

/** Navigation and toolbars are not what the page is about. */
const isChrome = (el: Element): boolean =>
  /^(nav|footer|menu|dialog)$/.test(el.localName) ||
  /^(navigation|toolbar|menu|menubar|tablist)$/.test(el.getAttribute('role') ?? '');

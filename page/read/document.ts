import type { Observation } from '../../core/observation';
import { NO_COMPOSER } from './composer';
import { digestKey } from './messages';
import type { Sight } from './visible-text';

/** More than this is no page that a person reads for one answer. */
const LONGEST = 60_000;

/** A page without a record that could be told: its visible text as one message that nobody signed. */
export function documentView(
  sight: Sight,
  documentId: string,
  box: Element | null,
): Omit<Observation, 'system' | 'notes' | 'account'> {
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

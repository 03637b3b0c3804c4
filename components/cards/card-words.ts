import type { CardStatus, CardView } from '../../agent/view';
import type { Channel } from '../../core/words';
import type { BadgeTone } from '../ui/Badge';

/** How an effect reaches the helpdesk, for people. */
export const CHANNEL_WORDS: Record<Channel, string> = {
  page: 'on the page itself',
  session: 'with this page’s session',
  token: 'over the API',
};

/** A word for where the card stands; none while it simply waits for a decision. */
export const STATUS_WORDS: Record<CardStatus, { tone: BadgeTone; words: string } | null> = {
  proposed: null,
  changed: { tone: 'warn', words: 'Changed: look again' },
  confirm: { tone: 'warn', words: 'Needs its own click' },
  running: { tone: 'accent', words: 'Running' },
  held: { tone: 'accent', words: 'About to be sent' },
  paused: { tone: 'danger', words: 'Not sent' },
  done: { tone: 'ok', words: 'Done' },
  failed: { tone: 'danger', words: 'Not done' },
  unknown: { tone: 'warn', words: 'Not certain' },
  cancelled: { tone: 'plain', words: 'Cancelled' },
  rejected: { tone: 'plain', words: 'Rejected' },
};

/** The card waits for the person. */
export const isOpen = (card: CardView): boolean =>
  card.status === 'proposed' || card.status === 'changed' || card.status === 'confirm';

/** What the approving button says. The second click of a careful card names what it does. */
export function approveLabel(card: CardView): string {
  const parts = Math.max(1, card.parts.length);
  if (card.conflicts.length === parts && card.conflicts.every(({ choice }) => choice === 'now'))
    return 'Leave it as it is';
  if (card.status !== 'confirm') return 'Approve and run';
  if (card.money !== null) return `Confirm: ${card.money}`;
  if (card.body === null || card.visibility !== 'public') return `Confirm: ${card.title}`;
  const [only, ...others] = card.recipients;
  if (only === undefined) return 'Confirm: send';
  return others.length === 0
    ? `Confirm: send to ${only}`
    : `Confirm: send to ${card.recipients.length} recipients`;
}

/** The person chose to leave what this step would have put back. */
export const isLeft = (card: CardView, partId: string): boolean =>
  card.conflicts.some(({ id, choice }) => id === partId && choice === 'now');

/** `as Dana Ruiz, on the page itself` */
export function actorWords(account: string, channel: Channel): string {
  return `as ${account || 'whoever is signed in (the page does not say)'}, ${CHANNEL_WORDS[channel]}`;
}

/** Looked up without regard to case, as fields are named by the page and by the tools. */
export function isMarked(card: CardView, ...names: string[]): boolean {
  const wanted = names.map((name) => name.toLowerCase());
  return card.marked.some((name) => wanted.includes(name.toLowerCase()));
}

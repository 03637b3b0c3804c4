/**
 * The closed list of reasons why something was refused, failed or stayed open.
 * Each has words for a support agent: what happened, and what to do next.
 */
export const REASONS = {
  // what the model asked for
  'unknown-tool': 'The assistant asked for a tool that does not exist. Nothing was changed.',
  'tool-not-offered': 'The assistant asked for a tool that this mode does not offer. Nothing was changed.',
  'bad-arguments': 'The assistant’s request was not in the right form. Nothing was changed. Try again.',
  'cut-off': 'The assistant’s request was cut off. Nothing was changed. Try again.',
  'too-many-calls': 'The assistant asked for too much at once. The rest was left out.',
  'bad-text': 'The text holds characters that cannot be sent safely. Remove them and try again.',
  placeholder:
    'The text holds a placeholder such as {{name}}, which the helpdesk would fill in after you signed. Replace it first.',
  'empty-text': 'There is no text. Write something first.',
  'text-too-long': 'The text is too long for one message. Shorten it and try again.',
  // what the page is
  'no-record': 'No ticket or contact was recognised on this page.',
  'no-page': 'The page does not answer. Reload the tab and try again.',
  'no-permission': 'Countersign may not read this site yet. Click “Allow this site” first.',
  'no-composer': 'No reply box was found on this page. Open the reply box, or use Copy.',
  'wrong-visibility':
    'The reply box is not set to what you approved (public reply or internal note). Nothing was sent.',
  'unknown-visibility':
    'It is not certain whether this box is public or internal, so nothing was written. Use Copy.',
  'unknown-value': 'That value does not exist on this page. Choose one that does.',
  'no-such-field': 'This page has no such field, or it cannot be changed here.',
  'not-supported': 'This cannot be done on this site yet.',
  'no-right': 'Your account does not have the right to do this. Nothing was changed.',
  'not-public': 'Customers may not read this article, or it has no public address. It was not linked.',
  'bad-time':
    'The time must lie ahead and name its zone, such as 2026-12-01T09:00+01:00. A day is written 2026-12-01.',
  'already-so': 'It is so already. Nothing to do.',
  // what changed since
  'other-record': 'Another ticket is open now. Nothing was changed.',
  'other-document':
    'The page was loaded anew since you approved. Look at the card again and approve once more.',
  'other-account': 'Another account is signed in to the helpdesk now. Nothing was changed.',
  'other-requester': 'The requester or the recipients changed. Nothing was sent.',
  'new-messages': 'Something new was written in this ticket meanwhile. Read it, then approve again.',
  'changed-since': 'Someone changed this in the meantime. Nothing was overwritten.',
  'editor-changed': 'The text in the box changed since. Nothing of yours was overwritten.',
  // the act
  'insert-not-proved': 'The reply box did not take the text. It was put back as it was. Use Copy.',
  'taken-out-again':
    'The draft was in the reply box, and the page took it out again by itself. It is kept here: insert it once more, or use Copy.',
  'site-refused': 'The helpdesk refused this.',
  conflict:
    'The helpdesk says that this collides with something newer. Nothing was changed. Look at it again.',
  'not-accepted':
    'The helpdesk does not accept this value or text. Nothing was changed. Correct it and try again.',
  'signed-out': 'You are signed out of the helpdesk. Sign in and try again.',
  'token-refused':
    'The token or key for this is not accepted (any more), so nothing was changed. Enter a new one in Settings.',
  'not-found': 'This does not exist there (any more), or your account may not see it. Nothing was changed.',
  'rate-limited': 'The helpdesk asks to wait a moment. Nothing was changed. Try again shortly.',
  'not-proved': 'The helpdesk did not show that this happened. Look before you try again.',
  'seems-so': 'The record is so now. It is not certain that it was this action that did it.',
  'said-not-done': 'You looked and said that this was not done.',
  'no-answer':
    'The page did not answer, so it is not known whether this happened. It will not be tried again by itself.',
  'partly-done': 'Only a part of this was done. What was done can be taken back.',
  'running-already': 'Another action is running on this record. Wait until it has ended.',
  'used-already': 'This card was used already.',
  'too-late': 'More than two minutes passed since your click. Approve again.',
  cancelled: 'Cancelled. Nothing was sent.',
  'panel-closed': 'The panel was closed before this was sent. It was not sent.',
  offline: 'You are offline. Nothing was sent.',
  // tools that an admin added by a file
  'missing-value': 'Something that this needs is not there, so nothing was sent.',
  'not-fitting': 'What this depends on does not hold, so nothing was sent.',
  'amount-missing': 'Type the amount first: press Edit. Nothing was sent.',
  'over-ceiling': 'This is more than the tool’s ceiling allows. Nothing was sent.',
  'tool-changed':
    'This tool was changed or removed in Settings meanwhile. Nothing was sent. Propose it again.',
  // undo
  'not-undoable': 'This cannot be taken back.',
  'undone-already': 'This was taken back already.',
  'nothing-to-undo': 'There is nothing left to take back here.',
  // the model
  'model-unreachable': 'The model server does not answer. Check the address in Settings.',
  'model-refused': 'The model server refused the request.',
  'model-not-a-model':
    'The server’s answer is not a model’s answer. Check the address in Settings (is /v1 missing?).',
  'model-stalled': 'The model stopped answering. What it wrote so far is kept.',
  'model-incomplete': 'The model’s answer ended too early. What it wrote so far is marked as incomplete.',
  'model-busy': 'The model server is busy. Try again in a moment.',
  'over-budget':
    'The spending limit for this task is reached, so the run was stopped. Raise it in Settings if you wish.',
  'price-unknown': 'What this model costs is not known. Enter its price in Settings first.',
  stopped: 'Stopped.',
  // policy and store
  'policy-refused': 'A rule does not allow this.',
  'cannot-record':
    'This cannot be recorded in the log, so it was not done. Free some space (Export log), then try again.',
  'stale-panel': 'A newer version of Countersign is running. Close this panel and open it again.',
  'bad-file': 'This file cannot be read.',
  'nothing-to-export': 'The log holds nothing for this choice. Choose another run, record or time.',
} as const;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = /* @__PURE__ */ Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

/** The words for a person, with the detail appended where there is one. */
export function reasonWords(code: ReasonCode, detail?: string): string {
  return detail ? `${REASONS[code]} ${detail}` : REASONS[code];
}

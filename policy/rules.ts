import type { Rule } from './action';

/** The rules that hold for everybody. Adding one can only tighten. */
export const RULES: readonly Rule[] = [
  {
    name: 'only-what-the-mode-offers',
    words: 'The assistant can only ask for what the mode offers: nothing in Suggest, the reply box in Draft.',
    verdict: 'refuse',
    applies: (a) => a.origin === 'model' && !a.offeredIn.includes(a.mode),
  },
  {
    name: 'no-writes-on-unknown-pages',
    words: 'On a page without a recognised ticket or contact, nothing but the reply box is touched.',
    verdict: 'refuse',
    applies: (a) => a.record === 'document' && a.class !== 'R0' && a.class !== 'R1',
  },
  {
    name: 'never-into-a-box-of-unknown-audience',
    words: 'Nothing is sent from a box of which it is not certain whether customers read it.',
    verdict: 'refuse',
    applies: (a) => a.visibility === 'unknown' && a.class !== 'R1',
  },
  {
    name: 'every-change-is-signed',
    words: 'Every change waits for your click.',
    verdict: 'ask',
    applies: (a) => a.class !== 'R0',
  },
  {
    name: 'customers-get-it-after-a-hold',
    words: 'What a customer would receive is held after your click, so that you can still cancel it.',
    verdict: 'hold',
    applies: (a) => a.held,
  },
  {
    name: 'money-is-confirmed',
    words: 'Money is confirmed by a second click that names it.',
    verdict: 'confirm',
    applies: (a) => a.money,
  },
  {
    name: 'new-recipients-are-confirmed',
    words: 'A recipient other than the requester is confirmed by a second click that names them.',
    verdict: 'confirm',
    applies: (a) => a.newRecipients > 0,
  },
  {
    name: 'warnings-are-confirmed',
    words: 'A card with a warning is confirmed by a second click and stays out of Approve all.',
    verdict: 'confirm',
    applies: (a) => a.warnings > 0,
  },
];

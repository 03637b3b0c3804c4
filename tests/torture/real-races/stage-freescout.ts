import { openFreescout } from '../../sites/fixtures/freescout/server';
import type { Stage } from './stage';

/**
 * A made-up FreeScout: its box is Summernote, opened by a click, and one form sends both replies and notes. It loads
 * its page anew after each, and takes no idempotency key.
 */
export async function openFreescoutStage(): Promise<Stage> {
  const desk = await openFreescout();
  return {
    host: new URL(desk.url).host,
    record: '3',
    url: `${desk.url}/conversation/3`,
    shownAs: 'Ticket 3',
    box: '.note-editable',
    wayOf: () => ({ way: 'flip', stage: 'freescout' }),
    wish: ({ tool, number }) => {
      const words = `Race number ${number} went by.`;
      return { tool, arguments: { body: words }, what: tool === 'add_note' ? 'note' : 'reply', value: words };
    },
    spoil: () => undefined,
    effects: () =>
      desk.ledger().map(({ action, sent }) => ({
        record: sent.conversation_id ?? '',
        what: action === 'send_reply' ? (sent.is_note ? 'note' : 'reply') : action,
        value: sent.body ?? '',
        at: null,
      })),
    writes: () => desk.ledger().length,
    looks: ({ method, type }) => method === 'GET' && type === 'fetch',
    reset: () => desk.reset(),
    drawn: async (tab) => {
      await tab.locator('html[data-ready]').waitFor();
    },
    close: () => desk.close(),
  };
}

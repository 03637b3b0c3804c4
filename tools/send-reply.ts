import * as z from 'zod/mini';
import { ok, refuse } from '../core/result';
import { defineTool, type IrreversibleTool } from '../core/tool';
import { checkBody, verifyMessage } from './parts/body';
import { Body } from './parts/inputs';

const Input = z.strictObject({ body: Body });
type Input = z.infer<typeof Input>;

/** Sends a public reply to the bound requester. Held in the panel first; gone once it has left. */
export default defineTool<Input, IrreversibleTool<Input>>({
  name: 'send_reply',
  version: 1,
  description:
    'Sends a public reply to the customer of this ticket. The agent signs it and it is held before it leaves.',
  title: () => 'Send a public reply',
  input: Input,
  class: 'R4',
  irreversible:
    'A message that has been sent cannot be unsent. Send a correction, and put status and assignee back by themselves.',
  held: true,
  offeredIn: ['Review'],
  audience: 'customer',
  externalEffect: 'certain',
  money: false,
  idempotency: 'read-back',
  concurrency: 'conversation',
  makes: 'agent',
  editable: 'body',
  touches: { what: 'message', operation: 'reply', visibility: 'public' },
  preview: ({ body }, seen) => {
    const checked = checkBody(body);
    if (!checked.ok) return checked;
    // a composer on a page of its own names the recipients, and not whose ticket it is
    const isNamed = !seen.showsConversation && seen.composer.recipients.length > 0;
    if (!seen.requester && !isNamed)
      return refuse('other-requester', 'This page does not show who the reply would go to.');
    return ok([{ field: 'Public reply', before: null, after: body }]);
  },
  commit: ({ body }, ports, guard) => ports.writer.post('public', body, guard),
  verify: ({ body }, before, after, answer) =>
    verifyMessage(body, 'agent', before, after, answer.outcome === 'accepted' ? answer.messageKey : undefined)
      .verdict,
});

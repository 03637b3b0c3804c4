import * as z from 'zod/mini';
import { ok } from '../core/result';
import { defineTool, type IrreversibleTool } from '../core/tool';
import { checkBody, MESSAGE_ERRORS, verifyMessage } from './parts/body';
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
  right: 'reply to customers',
  errors: MESSAGE_ERRORS,
  budget: { calls: 1, ms: 30_000 },
  masked: [],
  preconditions: ['record', 'addressee'],
  observes: true,
  idempotency: 'read-back',
  concurrency: 'conversation',
  makes: 'agent',
  editable: 'body',
  touches: { what: 'message', operation: 'reply', visibility: 'public' },
  preview: ({ body }) => {
    const checked = checkBody(body);
    return checked.ok ? ok([{ field: 'Public reply', before: null, after: body }]) : checked;
  },
  commit: ({ body }, ports, guard) => ports.writer.post('public', body, guard),
  verify: ({ body }, before, after, answer) =>
    verifyMessage(body, 'agent', before, after, answer.outcome === 'accepted' ? answer.messageKey : undefined)
      .verdict,
});

import type { ReasonCode } from './reasons';
import type { AnyTool } from './tool';

/** What may stop any tool: the page, the account, the network, the helpdesk's own answers, the log. */
export const ANY_TOOL: readonly ReasonCode[] = [
  'bad-arguments',
  'no-record',
  'no-page',
  'no-permission',
  'not-supported',
  'no-right',
  'other-record',
  'other-document',
  'other-account',
  'other-requester',
  'new-messages',
  'changed-since',
  'site-refused',
  'conflict',
  'not-accepted',
  'signed-out',
  'token-refused',
  'not-found',
  'rate-limited',
  'not-proved',
  'seems-so',
  'no-answer',
  'running-already',
  'used-already',
  'too-late',
  'cancelled',
  'panel-closed',
  'offline',
  'policy-refused',
  'cannot-record',
  'stale-panel',
];

/** All codes with which this tool may be refused, fail or stay open: closed, and each has words for a person. */
export function errorsOf(tool: AnyTool): ReadonlySet<ReasonCode> {
  return new Set([...ANY_TOOL, ...tool.errors]);
}

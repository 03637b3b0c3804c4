/**
 * The heavy half of the agent, loaded once the panel can be used: runs, tools, policy, the walk, undo and recovery.
 * What the first look needs (follow, context, views) stays out of it.
 */
export { activityOf } from './activity';
export { approve, approveAll } from './approve';
export { editCard } from './edit';
export { endRunOf, reject, returnToUnsent } from './endings';
export { cancelSend, recordChanged, sendNow } from './hold';
export { insertDraft } from './insert';
export { lookAgain, settleByPerson } from './look-again';
export { press } from './ready';
export { recover } from './recover';
export { correct } from './repair';
export { start, stop } from './run';
export { undo } from './undo';
export { undoRun } from './undo-run';

import type { OwnTools } from '../../agent/view';
import type { Ability, Observation } from '../../core/observation';
import type { Channel } from '../../core/words';

const VERBS: Record<string, string> = {
  insert_draft: 'insert a draft',
  send_reply: 'send a reply',
  add_note: 'add a note',
  set_status: 'set the status',
  set_priority: 'set the priority',
  assign: 'assign',
  add_tag: 'add tags',
  remove_tag: 'remove tags',
  set_field: 'set fields',
  apply_macro: 'apply macros',
  update_contact: 'update the contact',
  snooze: 'snooze',
  create_task: 'create tasks',
  log_call: 'log calls',
};

const NEEDS: Record<string, string> = {
  status: 'set the status',
  priority: 'set the priority',
  assignee: 'assign',
  'add-tag': 'change tags',
  'remove-tag': 'change tags',
  field: 'set fields',
  contact: 'update the contact',
  note: 'add a note',
  reply: 'send a reply',
};

const HOW: Record<Channel, string> = {
  page: 'On the page itself',
  session: 'With this page’s session',
  token: 'Over the API',
};

/** One line per way of acting: `On the page itself: insert a draft, add a note.` */
export function abilityLines(abilities: readonly Ability[]): string[] {
  const ways = new Map<Channel, string[]>();
  for (const { tool, channel } of abilities) {
    const verb = VERBS[tool];
    // What only reads, and what only Undo uses, is no offer of its own.
    if (verb === undefined) continue;
    const verbs = ways.get(channel) ?? [];
    if (!verbs.includes(verb)) verbs.push(verb);
    ways.set(channel, verbs);
  }
  if (ways.size === 0) return ['Nothing can be changed here. Drafting and Copy still work.'];
  return [...ways].map(([channel, verbs]) => `${HOW[channel]}: ${verbs.join(', ')}.`);
}

/** One line per right: `Not with this account: set the status (right “ModifyTicket”).` */
export function lackLines(lacking: Observation['lacking'] = []): string[] {
  const rights = new Map<string, Set<string>>();
  for (const { operation, right } of lacking)
    rights.set(right, (rights.get(right) ?? new Set()).add(NEEDS[operation] ?? operation));
  return [...rights].map(
    ([right, needs]) => `Not with this account: ${[...needs].join(', ')} (right “${right}”).`,
  );
}

/** What tools of an admin's files do here: `Your own tools, in Review: Look up order ….` */
export function ownToolLines(own: OwnTools | null): string[] {
  const { ready = [], waiting = [] } = own ?? {};
  return [
    ...(ready.length > 0 ? [`Your own tools, in Review: ${ready.join(' · ')}.`] : []),
    ...(waiting.length > 0
      ? [`Your own tools that wait for a host or a key in Settings, under Tools: ${waiting.join(' · ')}.`]
      : []),
  ];
}

import type { Ability, FieldState, Observation } from '../../core/observation';
import type { SiteDescriptor, WriteOperation } from '../../core/site';
import { type AnyEffectTool, isEffect } from '../../core/tool';
import { type Channel, worstClass } from '../../core/words';
import { TOOLS } from '../registry';

interface Here {
  site: SiteDescriptor | null;
  seen: Observation;
  sessionAllowed: boolean;
  /** The page's own send buttons are known, so a message can be sent and proved through the page. */
  canSend: { public: boolean; internal: boolean };
}

/** What can be done on this record, over which channel, and of which class. Never more than can be verified. */
export function abilitiesOf(here: Here): Ability[] {
  return TOOLS.filter(isEffect).flatMap((tool) => {
    const channel = channelOf(tool, here);
    if (!channel) return [];
    let effectClass = worstClass(tool.class, here.site?.raises?.[tool.name] ?? tool.class);
    // A note that cannot be removed here can only be answered by another note.
    if (tool.name === 'add_note' && !overSession(here, 'remove-note'))
      effectClass = worstClass(effectClass, 'R3');
    return [{ tool: tool.name, class: effectClass, channel }];
  });
}

function channelOf(tool: AnyEffectTool, here: Here): Channel | null {
  const { seen } = here;
  switch (tool.name) {
    case 'insert_draft':
      return seen.composer.present || seen.composer.openable ? 'page' : null;
    case 'restore_draft':
      return seen.composer.present ? 'page' : null;
    case 'set_status':
      return fieldChannel(here, 'status', (f) => f.name === 'status');
    case 'set_priority':
      return fieldChannel(here, 'priority', (f) => f.name === 'priority');
    case 'assign':
      return fieldChannel(here, 'assignee', (f) => f.name === 'assignee');
    case 'add_tag':
      return fieldChannel(here, 'add-tag', (f) => f.kind === 'tags');
    case 'remove_tag':
      return fieldChannel(here, 'remove-tag', (f) => f.kind === 'tags');
    case 'set_field':
      return fieldChannel(here, 'field', isCustom);
    case 'update_contact':
      return fieldChannel(here, 'contact', (f) => f.scope === 'contact');
    case 'add_note':
      return overSession(here, 'note') ? 'session' : here.canSend.internal ? 'page' : null;
    case 'send_reply':
      return overSession(here, 'reply') ? 'session' : here.canSend.public ? 'page' : null;
    case 'remove_note':
      return overSession(here, 'remove-note') ? 'session' : null;
    default:
      return null;
  }
}

function overSession(here: Here, operation: WriteOperation): boolean {
  return here.sessionAllowed && here.site?.api?.session?.write[operation] !== undefined;
}

const OWN_TOOLS = ['status', 'priority', 'assignee', 'tags'];

function isCustom(field: FieldState): boolean {
  return field.scope === 'record' && !OWN_TOOLS.includes(field.name) && field.kind !== 'tags';
}

function fieldChannel(here: Here, operation: WriteOperation, is: (f: FieldState) => boolean): Channel | null {
  // an API may change what the page itself only shows
  if (overSession(here, operation) && here.seen.fields.some(is)) return 'session';
  return here.seen.fields.some((f) => is(f) && f.writable) ? 'page' : null;
}

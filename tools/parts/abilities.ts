import type { Ability, Observation } from '../../core/observation';
import type { Refusal } from '../../core/result';
import type { SiteDescriptor, WriteOperation } from '../../core/site';
import type { AnyEffectTool } from '../../core/tool';
import { type Channel, type EffectClass, worstClass } from '../../core/words';
import { EFFECTS } from '../registry';

interface Here {
  site: SiteDescriptor | null;
  seen: Observation;
  sessionAllowed: boolean;
  /** The page's own send buttons are known, so a message can be sent and proved through the page. */
  canSend: { public: boolean; internal: boolean };
  /** Operations that the page has a form of its own for. */
  onPage?: readonly string[];
}

/** What can be done on this record, over which channel, and of which class. Never more than can be verified. */
export function abilitiesOf(here: Here): Ability[] {
  return EFFECTS.flatMap((tool) => {
    const channel = lackOf(tool, here.seen) ? null : channelOf(tool, here);
    return channel ? [{ tool: tool.name, class: classOf(tool, here), channel }] : [];
  });
}

/** The refusal of a tool for which the account lacks the right, by the helpdesk's own name of it; null when it may. */
export function lackOf({ touches }: AnyEffectTool, { lacking, account }: Observation): Refusal | null {
  const lack = 'operation' in touches && lacking?.find((one) => one.operation === touches.operation);
  return lack
    ? { code: 'no-right', detail: `It is called “${lack.right}” there; signed in is ${account}.` }
    : null;
}

/** The tool's own class, or a worse one: where the site says so, or where it cannot be taken away again. */
function classOf({ name, class: own, touches }: AnyEffectTool, here: Here): EffectClass {
  const onSite = worstClass(own, here.site?.raises?.[name] ?? own);
  const stays = touches.what === 'message' && touches.removal && !overApi(here, touches.removal);
  return stays ? worstClass(onSite, 'R3') : onSite;
}

function channelOf({ touches }: AnyEffectTool, here: Here): Channel | null {
  const { composer, fields } = here.seen;
  switch (touches.what) {
    case 'box': {
      const there = composer.present || (touches.needs === 'openable' && composer.openable);
      return there ? 'page' : null;
    }
    case 'message':
      if (overApi(here, touches.operation)) return 'session';
      return here.canSend[touches.visibility] ? 'page' : null;
    case 'field':
      // an API may change what the page itself only shows
      if (overApi(here, touches.operation) && fields.some(touches.is)) return 'session';
      return fields.some((f) => touches.is(f) && f.writable) ? 'page' : null;
    case 'operation': {
      // what could not be taken away again is not offered at all
      const all = [touches.operation, ...(touches.removal ? [touches.removal] : [])];
      if (all.every((one) => overApi(here, one))) return 'session';
      return all.every((one) => here.onPage?.includes(one)) ? 'page' : null;
    }
    case 'server':
      return null;
  }
}

function overApi(here: Here, operation: WriteOperation): boolean {
  return here.sessionAllowed && here.site?.api?.session?.write[operation] !== undefined;
}

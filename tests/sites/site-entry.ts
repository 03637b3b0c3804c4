import type { Binding } from '../../core/binding';
import { conversationOf, requesterOf } from '../../core/binding';
import type { Observation } from '../../core/observation';
import { type AnyEffectTool, isEffect } from '../../core/tool';
import type { Channel } from '../../core/words';
import { look as deskLook, portsFor } from '../../entrypoints/page.content/desk';
import { provide } from '../../entrypoints/page.content/parts';
import { openComposer } from '../../page/open-composer';
import { generalReader } from '../../page/read/generic';
import { DRAFTS } from '../../page/write/drafts';
import { FORMS } from '../../page/write/forms';
import { changedBy, readHistory } from '../../sites/api/history';
import { readMacros } from '../../sites/api/macros';
import { mergeLooks } from '../../sites/api/merge';
import { lookOverApi } from '../../sites/api/reader';
import { sessionTransport } from '../../sites/api/session';
import { createApiWriter } from '../../sites/api/writer';
import { GENERIC_WORDS } from '../../sites/generic';
import { withOwnFields } from '../../sites/parts/own-fields';
import { detectSite, siteList } from '../../sites/registry';
import { act } from '../../tools/parts/act';
import { findTool } from '../../tools/registry';

// all that the panel would bring when it is asked for
for (const site of siteList()) provide(`site:${site.id}`, withOwnFields(site, document));
provide('general', generalReader(GENERIC_WORDS));
provide('drafts', DRAFTS);
provide('forms', FORMS);
provide('session', {
  changedBy,
  createApiWriter,
  lookOverApi,
  mergeLooks,
  readHistory,
  readMacros,
  sessionTransport,
});

const eyes = (channel: Channel) => ({ channel, record: null, sessionAllowed: channel === 'session' });
const patience = { proofMs: 3_000, pollMs: 100, rulesMs: 0 };

/** A look by the eyes of a channel, as the panel asks for it. */
export async function look(channel: Channel = 'page'): Promise<Observation> {
  const seen = await deskLook(eyes(channel));
  if (!seen.ok) throw new Error(JSON.stringify(seen.refusal));
  return seen.value;
}

export const open = (visibility: 'public' | 'internal') =>
  openComposer(document, detectSite(document), visibility);

function bindingOf(tool: AnyEffectTool, seen: Observation, channel: Channel): Binding {
  const inBox = channel === 'page' && (tool.makes !== undefined || tool.class === 'R1');
  return {
    record: seen.record,
    account: seen.account,
    requester: requesterOf(seen),
    conversation: conversationOf(seen),
    values: [],
    composer: inBox
      ? {
          visibility:
            tool.makes === 'note' ? 'internal' : tool.makes === 'agent' ? 'public' : seen.composer.visibility,
          recipients: seen.composer.recipients,
          text: seen.composer.text,
          mustBePresent: tool.makes !== undefined,
        }
      : null,
    channel,
    documentId: '',
  };
}

/** Looks, binds and acts with one tool, the way the content script does it for a signed card. */
export async function run(name: string, input: unknown, channel: Channel, key = `${name}-1`) {
  const tool = findTool(name);
  if (!tool || !isEffect(tool)) throw new Error(`no tool ${name}`);
  const seen = await look(channel);
  const ability = seen.abilities.find((a) => a.tool === name);
  const outcome = await act({
    tool,
    input,
    binding: bindingOf(tool, seen, channel),
    ports: portsFor(eyes(channel), key),
    patience,
  });
  return { ability: ability ?? null, outcome };
}

/** The call that takes a receipt back, by the tool's own word. */
export function undoOf(
  name: string,
  input: unknown,
  outcome: Awaited<ReturnType<typeof run>>['outcome'],
  effect: string,
) {
  const tool = findTool(name);
  if (!tool || !isEffect(tool) || tool.class === 'R4') throw new Error(`${name} has no undo`);
  const { changes, messageKey, restore } = outcome;
  return tool.compensate({ input, before: changes, messageKey, restore, class: effect });
}

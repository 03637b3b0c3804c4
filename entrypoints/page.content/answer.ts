import type { FromPage, ToPage } from '../../bridge/messages';
import type { Observation } from '../../core/observation';
import { type ActOutcome, failed } from '../../core/outcome';
import type { Refusal } from '../../core/result';
import type { RecordPage } from '../../core/site';
import type { AnyEffectTool } from '../../core/tool';
import { pageOf } from '../../page/look';
import { isMoving, standsHalfOpen } from '../../page/read/motion';
import { act, prove } from '../../tools/parts/act';
import { PATIENCE } from '../../tools/parts/patience';
import { findEffect } from '../../tools/registry';
import { look, macrosHere, portsFor, sessionPossible } from './desk';
import { once, outcomeOf, since } from './ledger';
import { needs, siteHere } from './needs';
import { part } from './parts';

const refused = (refusal: Refusal): FromPage => ({ type: 'refused', refusal });

/** The page's half of the walk: every message of the closed list has its answer here. */
export async function answer(message: ToPage): Promise<FromPage> {
  const lacking = needs(message);
  if (lacking) return lacking;
  switch (message.type) {
    case 'look': {
      await atRest();
      const seen = await look(message);
      return seen.ok
        ? { type: 'seen', seen: withCut(seen.value), sessionPossible: sessionPossible() }
        : refused(seen.refusal);
    }
    case 'open-composer': {
      const forms = part('forms');
      if (!forms) return refused({ code: 'no-answer' });
      const opened = await forms.openComposer(document, siteHere(), message.visibility);
      return opened.ok ? { type: 'opened', navigates: opened.value.navigates } : refused(opened.refusal);
    }
    case 'macros': {
      const macros = await macrosHere(message.sessionAllowed);
      return macros.ok ? { type: 'macros', macros: macros.value } : refused(macros.refusal);
    }
    case 'outcome':
      return { type: 'outcome', outcome: await outcomeOf(message.key), since };
    case 'stays':
      return {
        type: 'stays',
        stays: (await part('drafts')?.stays(document, pageHere, message.restore)) ?? true,
      };
    case 'act':
      return { type: 'outcome', outcome: await once(message.key, () => actHere(message)), since };
    case 'prove':
      return { type: 'outcome', outcome: await proveHere(message), since };
  }
}

type Call = { tool: AnyEffectTool; input: unknown };

/** The input is JSON text until the tool's own schema has seen it: no live object crosses the border. */
function parseCall(name: string, input: string): Call | null {
  const tool = findEffect(name);
  if (!tool) return null;
  const parsed = tool.input.safeParse(JSON.parse(input));
  return parsed.success ? { tool, input: parsed.data } : null;
}

async function actHere(message: ToPage & { type: 'act' }): Promise<ActOutcome> {
  const call = parseCall(message.tool, message.input);
  if (!call) return failed({ code: 'bad-arguments' });
  const { binding } = message;
  return await act({ ...call, binding, ports: portsFor(message, message.key) });
}

async function proveHere(message: ToPage & { type: 'prove' }): Promise<ActOutcome> {
  const call = parseCall(message.tool, message.input);
  if (!call) return failed({ code: 'bad-arguments' });
  const { before, changes, waitMs } = message;
  const answer = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
  const patience = { ...PATIENCE, proofMs: waitMs };
  return await prove({ ...call, before, changes, answer, ports: portsFor(message, ''), patience });
}

/** How long a look waits for a part of the page that slides open; some never rest. Ms. */
const LONGEST_SLIDE_MS = 2_000;

/** Until nothing slides or fades: a conversation that is just opening would be read in half. */
async function atRest(): Promise<void> {
  for (let waited = 0; waited < LONGEST_SLIDE_MS && isMoving(document); waited += 40) {
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** The look, and that a part of the page stands half open; what was read stays as it is for the next look. */
const withCut = (seen: Observation): Observation =>
  standsHalfOpen(document) ? { ...seen, missing: [...seen.missing, CUT] } : seen;

const CUT = 'A part of this page is not all open: what it cuts off was not read.';

const pageHere = (): RecordPage | null => pageOf(document, siteHere());

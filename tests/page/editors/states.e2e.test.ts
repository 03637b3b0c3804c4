import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabBrowser, openLab } from '../../lab/driver';
import { EDITORS } from '../../lab/editors.mjs';
import { type Lab, startLab } from '../../lab/server.mjs';
import { Hand } from './matrix';
import { randomBody, randomHtml, seeded } from './random';

/** How many states over all editors; a small sample unless asked for more. */
const STATES = Number(process.env.EDITOR_STATES ?? 63);
const SEED = Number(process.env.EDITOR_SEED ?? 20261122);
const only = process.env.EDITORS?.split(',');

let lab: Lab;
let browser: LabBrowser;

beforeAll(async () => {
  lab = await startLab();
  browser = await openLab();
});
afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

describe('insert, then undo: the same HTML, model and selection', () => {
  const editors = EDITORS.filter((e) => !only || only.includes(e.page));
  const each = Math.ceil(STATES / EDITORS.length);
  it.each(editors)(
    `$title: ${each} states`,
    async ({ page }) => {
      const tab = await browser.open(`${lab.origin}/p/${page}`);
      const hand = new Hand(tab, lab);
      await hand.begin();
      for (let n = 0; n < each; n += 1) {
        const random = seeded(SEED + 1000 * EDITORS.findIndex((e) => e.page === page) + n);
        const html = randomHtml(random, page !== 'slate');
        const body = randomBody(random);
        await hand.set(html, Math.floor(random() * 60));
        const state = `state ${n} of seed ${SEED}: ${JSON.stringify({ html, body })}`;
        const before = await hand.lines();
        const was = await hand.state();
        const answer = await hand.insert(body);
        expect(answer.result.ok ? 'done' : answer.result.refusal, state).toBe('done');
        if (!answer.result.ok) continue;
        expect(await hand.lines(), state).toEqual([...(await hand.expected(null, body)), ...before]);
        const undone = await hand.restore(answer.result.value.restore);
        expect(undone.ok ? 'undone' : undone.refusal, state).toBe('undone');
        expect(hand.difference(was, await hand.state()), state).toBe('yes');
      }
      expect(tab.errors).toEqual([]);
      await tab.close();
    },
    600_000,
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabBrowser, openLab } from '../../lab/driver';
import { type Lab, startLab } from '../../lab/server.mjs';
import { SIGNATURE } from './bodies';
import { CELLS, fillSheet, Hand } from './matrix';

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

const BODY = 'We found the parcel.\n\nIt is a long way to your house, and it comes on **Monday**.';

async function at(page: string) {
  const tab = await browser.open(`${lab.origin}/p/${page}`);
  const hand = new Hand(tab, lab);
  await hand.begin();
  await hand.set(SIGNATURE, 3);
  return { tab, hand };
}

describe('boxes that do as they please', () => {
  it('keeps the markup where pastes are taken as plain text', async () => {
    const { tab } = await at('odd-paste-plain');
    const sheet = await fillSheet('odd-paste-plain', tab, lab);
    for (const row of sheet.rows) {
      expect(row).toEqual({
        scenario: row.scenario,
        cells: Object.fromEntries(CELLS.map((cell) => [cell, 'yes'])),
      });
    }
    await tab.close();
  });

  it.each(['odd-reverts', 'odd-limits', 'odd-rewrites'])(
    '%s: refuses, and all is as it was',
    async (page) => {
      const { tab, hand } = await at(page);
      const was = await hand.state();
      const { result } = await hand.insert(BODY);
      expect(result.ok ? 'done' : result.refusal).toEqual({ code: 'insert-not-proved' });
      await hand.pause(200);
      expect(hand.difference(was, await hand.state())).toBe('yes');
      await tab.close();
    },
  );

  it.each([
    ['Dear {{ticket.requester.name}}', 'placeholder'],
    ['a\u0000b', 'bad-text'],
    ['  \n ', 'empty-text'],
  ])('refuses the body %j before anything is touched', async (body, code) => {
    const { tab, hand } = await at('contenteditable');
    const was = await hand.state();
    const { result } = await hand.insert(body);
    expect(result.ok ? 'done' : result.refusal.code).toBe(code);
    expect(hand.difference(was, await hand.state())).toBe('yes');
    await tab.close();
  });
});

describe('undo never overwrites what the person wrote', () => {
  it.each(['textarea', 'contenteditable', 'prosemirror', 'ckeditor4', 'lexical', 'slate', 'trix'])(
    '%s',
    async (page) => {
      const { tab, hand } = await at(page);
      const answer = await hand.insert(BODY);
      if (!answer.result.ok) throw new Error(answer.result.refusal.code);
      const point = answer.result.value.restore;
      // A word in the middle of our text is the person's now: our part is no longer whole.
      await hand.caret(6);
      await hand.pause(120);
      await hand.type('QQ');
      const now = await hand.lines();
      expect(now.join('\n')).toContain('QQ');
      const undone = await hand.restore(point);
      expect(undone.ok ? 'done' : undone.refusal.code).toBe('editor-changed');
      expect(await hand.lines()).toEqual(now);
      await tab.close();
    },
  );

  it('is done once: asked again, nothing more is taken', async () => {
    const { tab, hand } = await at('prosemirror');
    const before = await hand.lines();
    const answer = await hand.insert(BODY);
    if (!answer.result.ok) throw new Error(answer.result.refusal.code);
    for (let n = 0; n < 2; n += 1) expect((await hand.restore(answer.result.value.restore)).ok).toBe(true);
    expect(await hand.lines()).toEqual(before);
    await tab.close();
  });

  it('has a fingerprint that follows the model', async () => {
    const { tab, hand } = await at('quill');
    const first = await hand.fingerprint();
    expect(await hand.fingerprint()).toBe(first);
    const answer = await hand.insert(BODY);
    expect(await hand.fingerprint()).not.toBe(first);
    if (answer.result.ok) await hand.restore(answer.result.value.restore);
    expect(await hand.fingerprint()).toBe(first);
    await tab.close();
  });
});

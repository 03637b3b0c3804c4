import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabBrowser, openLab } from '../../lab/driver';
import { type Lab, pages, startLab } from '../../lab/server.mjs';
import { SIGNATURE } from './bodies';
import { Hand } from './matrix';

/** Everything a composer might react to. */
const BODIES = [
  '@dana please look\n\n/refund all\nthird line\n\nThank you',
  '/close',
  'see @dana ',
  'a\nb\nc\n\n- d\n- e',
];

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

describe('an insert sends nothing and adds no one', () => {
  it.each(pages().filter((page) => page.startsWith('composer-')))('%s', async (page) => {
    const tab = await browser.open(`${lab.origin}/p/${page}`);
    const hand = new Hand(tab, lab);
    await hand.begin();
    for (const start of ['', SIGNATURE]) {
      for (const body of BODIES) {
        await hand.set(start, 1);
        await hand.pause(80);
        const from = lab.posts.length;
        const before = await hand.lines();
        const { result } = await hand.insert(body);
        expect(result.ok ? 'done' : result.refusal).toBe('done');
        expect(await hand.lines()).toEqual([...(await hand.expected(null, body)), ...before]);
        await hand.pause(120);
        const effects = lab.posts.slice(from).map((post) => post.path);
        expect(effects.filter((path) => path !== '/autosave')).toEqual([]);
        // What is saved by itself is the whole draft, never half of it.
        if (page.includes('autosaves')) expect(effects).toContain('/autosave');
        const undone = result.ok ? await hand.restore(result.value.restore) : null;
        expect(undone?.ok).toBe(true);
        expect(await hand.lines()).toEqual(before);
        expect(lab.posts.slice(from).filter((post) => post.path !== '/autosave')).toEqual([]);
      }
    }
    await tab.close();
  });

  it('would see a key: the pages do react to a person', async () => {
    const tab = await browser.open(`${lab.origin}/p/composer-enter-sends-plain`);
    const hand = new Hand(tab, lab);
    await hand.begin();
    await hand.set('<p>hello</p>', 5);
    const from = lab.posts.length;
    await hand.press('Enter');
    expect(lab.posts.slice(from).map((post) => post.path)).toContain('/send');
    await tab.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markupToText } from '../../../core/markup';
import { type LabBrowser, openLab } from '../../lab/driver';
import { type Lab, startLab } from '../../lab/server.mjs';
import { SIGNATURE } from './bodies';
import { Hand } from './matrix';

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

/** Of one paragraph or more, with and without what such an editor keeps in a form of its own. */
const BODIES = [
  'Thank you.',
  'Thank **you**.',
  'Hello Ann,\nthank you.',
  'Hello **Ann**,\nthank you.\n\nKind regards',
  '- one\n- two',
  'See [the page](https://acme.example/help).',
  '5 * 3 * 2 = 30, so #1 is \\done',
];
const STARTS = ['', SIGNATURE, '<ul><li>one of theirs</li></ul>'];

/**
 * What these show is not what they hold: Vditor makes Markdown of what it finds, Mobiledoc draws a model. Whatever is
 * reported must be true of what Send posts, and after a refusal and after an undo all is as it was.
 */
describe('an editor that writes in a way of its own', () => {
  it.each(['vditor-ir', 'vditor-wysiwyg', 'mobiledoc'])(
    '%s: says nothing that is not so',
    async (page) => {
      const tab = await browser.open(`${lab.origin}/p/${page}`);
      const hand = new Hand(tab, lab);
      await hand.begin();
      const wrong: unknown[] = [];
      for (const start of STARTS) {
        for (const body of BODIES) {
          await hand.set(start, 2);
          const was = await hand.state();
          const theirs = await hand.lines();
          const { result } = await hand.insert(body);
          const sent = (await hand.sent()).join('\n');
          // With its markup, or with none: then a list and a link are words.
          const forms = [await hand.expected(null, body), markupToText(body).split('\n').filter(Boolean)];
          const wanted = result.ok ? forms.map((form) => [...form, ...theirs]) : [theirs];
          if (!wanted.some((lines) => lines.join('\n') === sent)) wrong.push({ start, body, result, sent });
          if (result.ok) await hand.restore(result.value.restore);
          await hand.pause(result.ok ? 130 : 0);
          const { model, html } = await hand.state();
          if (model !== was.model || html !== was.html)
            wrong.push({ start, body, was: was.html, is: html, modelIs: model });
        }
      }
      await tab.close();
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

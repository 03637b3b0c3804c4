import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const BODY = 'We found the parcel.\n\nIt comes on Monday.';
const EDITORS = ['textarea', 'contenteditable', 'tiptap', 'ckeditor5', 'quill', 'codemirror6', 'easymde'];

async function at(page: string, html = SIGNATURE) {
  const tab = await browser.open(`${lab.origin}/p/${page}`);
  const hand = new Hand(tab, lab);
  await hand.begin();
  await hand.set(html, 3);
  return { tab, hand, page: tab.page };
}

type State = Awaited<ReturnType<Hand['state']>>;
const whole = (state: State): State => state;
const withoutSelection = (state: State): State => ({ ...state, selection: '' });

/** Inserts, checks the lines, takes it back, checks that all is as it was. */
async function thereAndBack(hand: Hand, body = BODY, seen = whole) {
  const was = await hand.state();
  const before = await hand.lines();
  const answer = await hand.insert(body);
  expect(answer.result.ok ? 'done' : answer.result.refusal).toBe('done');
  expect(await hand.lines()).toEqual([...(await hand.expected(null, body)), ...before]);
  if (!answer.result.ok) return;
  const undone = await hand.restore(answer.result.value.restore);
  expect(undone.ok ? 'undone' : undone.refusal).toBe('undone');
  await hand.pause(130);
  expect(hand.difference(seen(was), seen(await hand.state()))).toBe('yes');
}

async function refuses(hand: Hand, code: string) {
  const was = await hand.state();
  const { result } = await hand.insert(BODY);
  expect(result.ok ? 'done' : result.refusal).toEqual({ code });
  await hand.pause(200);
  // The browser takes the focus off a box that is hidden.
  expect(hand.difference(withoutSelection(was), withoutSelection(await hand.state()))).toBe('yes');
}

describe('however the person left it', () => {
  it.each(EDITORS)('%s: everything selected', async (name) => {
    const { tab, hand } = await at(name);
    await hand.press('Control+a');
    // All of it may be told as from text to text or from the box to itself.
    await thereAndBack(hand, BODY, withoutSelection);
    await tab.close();
  });

  it.each(['contenteditable', 'tiptap', 'quill', 'textarea'])('%s: right to left', async (name) => {
    const { tab, hand, page } = await at(name, '<p>בברכה</p>');
    await page.evaluate(() => document.querySelector('main')?.setAttribute('dir', 'rtl'));
    await thereAndBack(hand, 'שלום, **תודה** רבה.\n\nOrder 4711 (Acme).');
    await tab.close();
  });

  it('contenteditable: a chip and a picture at the very top', async () => {
    const chip = '<span contenteditable="false" class="chip">@Kim</span>';
    const { tab, hand } = await at('contenteditable', `<p>${chip}&nbsp;<img alt="" src="data:,">see</p>`);
    await thereAndBack(hand);
    await tab.close();
  });
});

describe('a box that nobody could type into', () => {
  const WAYS: Record<string, string> = {
    'not drawn': 'main.style.display = "none"',
    invisible: 'main.style.visibility = "hidden"',
    'in a closed tab': 'main.style.height = "0"; main.style.overflow = "hidden"',
    transparent: 'main.style.opacity = "0"',
    inert: 'main.inert = true',
  };
  it.each(EDITORS.flatMap((name) => Object.keys(WAYS).map((way) => [name, way] as const)))(
    '%s: %s',
    async (name, way) => {
      const { tab, hand, page } = await at(name);
      await page.evaluate(`{ const main = document.querySelector('main'); ${WAYS[way]} }`);
      await refuses(hand, 'no-composer');
      await tab.close();
    },
  );

  it('the hidden field behind an editor is not the editor', async () => {
    const { tab, page } = await at('easymde');
    const read = () => page.evaluate(() => [window.lab?.model(), document.querySelector('textarea')?.value]);
    const was = await read();
    const answer = await tab.isolated<{ result: unknown }>('insert', 'textarea.box', BODY);
    expect(answer.result).toEqual({ ok: false, refusal: { code: 'no-composer' } });
    expect(await read()).toEqual(was);
    await tab.close();
  });

  it.each([
    ['textarea', 'el.readOnly = true'],
    ['textarea', 'el.disabled = true'],
    ['contenteditable', 'el.contentEditable = "false"'],
  ])('%s: %s', async (name, code) => {
    const { tab, hand, page } = await at(name);
    await page.evaluate(`{ const el = document.querySelector('.box, textarea'); ${code} }`);
    const was = await page.evaluate(() => window.lab?.model());
    const { result } = await hand.insert(BODY).catch(() => ({ result: { ok: false } }));
    expect(result.ok).toBe(false);
    expect(await page.evaluate(() => window.lab?.model())).toBe(was);
    await tab.close();
  });
});

describe('pages that meddle', () => {
  const on = (type: string, code: string) =>
    `document.querySelector('.box').addEventListener('${type}', (event) => { ${code} }, true)`;
  it.each([
    ['paste stopped', on('paste', 'event.preventDefault(); event.stopImmediatePropagation()')],
    ['paste clears the box', on('paste', 'event.preventDefault(); event.currentTarget.textContent = ""')],
    ['typing stopped', on('beforeinput', 'event.preventDefault()')],
    [
      'both stopped',
      `${on('paste', 'event.preventDefault()')};${on('beforeinput', 'event.preventDefault()')}`,
    ],
  ])('contenteditable: %s', async (_, code) => {
    const { tab, hand, page } = await at('contenteditable');
    await page.evaluate(code);
    await thereAndBack(hand);
    await tab.close();
  });

  it('an editor that takes a paste, stops the browser’s own later, and deletes only where it is told', async () => {
    const { tab, hand, page } = await at('contenteditable');
    await page.evaluate(() => {
      const box = document.querySelector<HTMLElement>('.box');
      box?.setAttribute('data-slate-editor', 'true');
      box?.addEventListener('paste', (event) => {
        const html = event.clipboardData?.getData('text/html').replace('<p></p>', '') ?? '';
        void Promise.resolve().then(() => box.insertAdjacentHTML('afterbegin', html));
      });
      box?.addEventListener('beforeinput', (event) => {
        const [told] = event.getTargetRanges();
        if (!told) return;
        event.preventDefault();
        if (event.inputType !== 'deleteContentBackward') return;
        const range = document.createRange();
        range.setStart(told.startContainer, told.startOffset);
        range.setEnd(told.endContainer, told.endOffset);
        range.deleteContents();
        for (const p of box.querySelectorAll('p')) if (p.textContent === '') p.remove();
      });
    });
    await thereAndBack(hand);
    await tab.close();
  });

  it.each([
    ['at once', 'swap()'],
    ['a moment later', 'setTimeout(swap, 4)'],
  ])('a box that is put in anew %s, without the text: no success', async (_, when) => {
    const { tab, hand, page } = await at('textarea');
    await page.evaluate(`{
      const swap = () => {
        const old = document.querySelector('textarea');
        const made = old.cloneNode();
        made.value = '';
        old.replaceWith(made);
      };
      document.querySelector('textarea').addEventListener('input', () => { ${when} }, { once: true });
    }`);
    const { result } = await hand.insert(BODY);
    expect(result.ok ? 'done' : result.refusal.code).toBe('not-proved');
    await tab.close();
  });

  it('two boxes: the one that was meant', async () => {
    const { tab, page } = await at('textarea');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<textarea id="note">n</textarea>');
    });
    const answer = await tab.isolated<{ result: { ok: boolean } }>('insert', '#note', BODY);
    expect(answer.result.ok).toBe(true);
    expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#note')?.value)).toBe(
      `${BODY}\n\nn`,
    );
    expect(await page.evaluate(() => window.lab?.model())).toBe('-- \nKim Vale\nAcme Support');
    await tab.close();
  });

  it('a frame in a frame', async () => {
    const { tab, page } = await at('textarea');
    await page.evaluate(async () => {
      const open = (body: HTMLElement) => {
        const frame = body.ownerDocument.createElement('iframe');
        body.append(frame);
        return frame.contentDocument?.body as HTMLElement;
      };
      open(open(document.body)).innerHTML = '<div id="deep" contenteditable><p>Kim</p></div>';
    });
    const answer = await tab.isolated<{ result: { ok: boolean; value: { restore: string } } }>(
      'insert',
      '#deep',
      BODY,
    );
    const html = async () => (await tab.isolated<{ html: string }>('read', '#deep')).html;
    expect(answer.result.ok).toBe(true);
    expect(await html()).toContain('It comes on Monday.');
    await tab.isolated('restore', '#deep', answer.result.value.restore);
    expect(await html()).toBe('<p>Kim</p>');
    await tab.close();
  });
});

describe('letters', () => {
  const LETTERS =
    'a  b\u00a0c \u200bd\u200d e\tf <b>&amp;</b> "q" 5 < 6\n  indented\n\nlast \\ `code` 👩‍👩‍👧';
  it.each(['textarea', 'react-textarea', 'codemirror6', 'easymde'])(
    '%s: each one as it was',
    async (name) => {
      const { tab, hand, page } = await at(name, '<p>Kim</p>');
      await thereAndBack(hand, LETTERS);
      await hand.insert(LETTERS);
      expect(await page.evaluate(() => window.lab?.model())).toBe(`${LETTERS}\n\nKim`);
      await tab.close();
    },
  );

  it('line breaks of another kind are line breaks', async () => {
    const { tab, hand, page } = await at('textarea', '<p>Kim</p>');
    await hand.insert('a\r\nb\r\n\r\nc');
    expect(await page.evaluate(() => window.lab?.model())).toBe('a\nb\n\nc\n\nKim');
    await tab.close();
  });
});

describe('one text in lines', () => {
  it('what the person typed at its end stays, and not a letter more goes', async () => {
    const { tab, hand, page } = await at('plaintext-only');
    const answer = await hand.insert(BODY);
    await hand.type('xyz');
    if (answer.result.ok) await hand.restore(answer.result.value.restore);
    const left = await page.evaluate(() => window.lab?.model() ?? '');
    expect(left.trim().split(/\n+/)).toEqual(['xyz', '-- ', 'Kim Vale', 'Acme Support']);
    await tab.close();
  });
});

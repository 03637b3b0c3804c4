import type { GenericWords } from '../../core/generic-words';
import type { Visibility } from '../../core/words';
import { labelOf } from '../fields/labels';
import { hintsOf } from './hints';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

/** Kinds of sign that a page may give about who will read what is typed; each kind has one vote. */
type Sign = 'chosen tab' | 'button' | 'own label' | 'switch' | 'heading' | 'form' | 'recipients';

export interface Told {
  visibility: Visibility;
  note: string | null;
}

/** Public or internal, when two kinds of sign at least say so and none says otherwise. */
export function genericVisibility(sight: Sight, box: Element, words: GenericWords): Told {
  const around = aroundOf(box, words);
  const votes: [Sign, Vote][] = [
    ['chosen tab', agree(chosen(sight, around).map((t) => tell(t, words)))],
    ['button', agree(buttons(sight, around, words).map((t) => tell(t, words)))],
    [
      'own label',
      tell(
        [
          labelOf(box),
          box.getAttribute('placeholder') ?? '',
          box.getAttribute('data-placeholder') ?? '',
        ].join(' '),
        words,
      ),
    ],
    ['switch', agreeStrictly([...switches(around, words), ...chosenWord(sight, around)])],
    ['heading', agree(headings(sight, around, words).map((t) => tell(t, words)))],
    ['form', agree([tell(hintsOf(around), words), ...hiddenValues(around, words)])],
    ['recipients', hasRecipient(sight, around) ? 'public' : 'unknown'],
  ];
  const said = votes.filter(([, v]) => v !== 'unknown');
  const [first] = said;
  if (!first)
    return {
      visibility: 'unknown',
      note: 'Nothing on the page says whether the reply box is public or internal.',
    };
  if (first[1] === 'mixed' || said.some(([, v]) => v !== first[1])) {
    return {
      visibility: 'unknown',
      note: 'The page gives mixed signs of whether the reply box is public or internal.',
    };
  }
  if (said.length < 2) {
    return {
      visibility: 'unknown',
      note: `Only its ${first[0]} says that the reply box is ${first[1]}; two signs are needed to be sure.`,
    };
  }
  return { visibility: first[1], note: null };
}

/** The part of the page that belongs to the box: the smallest around it with a button that sends. */
export function aroundOf(box: Element, words: GenericWords): Element {
  let at: Element = box.ownerDocument.defaultView?.frameElement ?? box;
  for (
    let level = 0;
    level < 8 && at.parentElement && at.parentElement !== box.ownerDocument.body;
    level += 1
  ) {
    at = at.parentElement;
    if (at.localName === 'form') return at;
    if ([...at.querySelectorAll(BUTTON)].some((b) => words.send.test(buttonText(b)))) return at;
  }
  return at;
}

export const BUTTON = 'button, input[type="submit"], input[type="button"], [role="button"]';
export const buttonText = (el: Element): string =>
  oneLine(el.textContent || el.getAttribute('value') || el.getAttribute('aria-label') || '');

type Vote = Visibility | 'mixed';

/** Words that speak for both sides, or for neither, say nothing. */
function tell(text: string, words: GenericWords): Visibility {
  const inside = words.internalNote.test(text);
  const outside = words.publicReply.test(
    text.replace(/not (?:sent|visible) (?:to|for) (?:the )?customers?/gi, ''),
  );
  if (inside === outside) return 'unknown';
  return inside ? 'internal' : 'public';
}

function agree(votes: readonly Visibility[]): Visibility {
  const said = [...new Set(votes.filter((v) => v !== 'unknown'))];
  return said.length === 1 ? (said[0] ?? 'unknown') : 'unknown';
}

/** Of switches: where two say different things, nobody knows who reads it, whatever else the page says. */
function agreeStrictly(votes: readonly Visibility[]): Vote {
  return new Set(votes.filter((v) => v !== 'unknown')).size > 1 ? 'mixed' : agree(votes);
}

function chosen(sight: Sight, around: Element): string[] {
  const on =
    '[aria-selected="true"], [aria-pressed="true"], [aria-checked="true"], [aria-current="true"], input[type="radio"]:checked, option:checked, [class*="active" i], [class*="selected" i], [class*="current" i]';
  const scope = withTabs(around);
  return [...scope.querySelectorAll(on)].flatMap((el) => {
    if (el.localName === 'option')
      return el.closest('select')?.contains(el) && sight.sees(el.closest('select') ?? el)
        ? [(el as HTMLOptionElement).label]
        : [];
    if (el.localName === 'input') return [labelOf(el) || (el as HTMLInputElement).value];
    const text = oneLine(el.textContent ?? '');
    const tab = /^(a|button|li|label|span|div)$/.test(el.localName) && text.length <= 40;
    return tab && sight.sees(el) ? [text] : [];
  });
}

/** Tabs may stand above the panel that holds the box; where messages stand as well it is too far. */
function withTabs(around: Element): Element {
  let at = around;
  for (let level = 0; level < 3 && at.parentElement; level += 1) {
    if (at.parentElement.querySelector('time, article, [datetime], h1')) break;
    at = at.parentElement;
  }
  return at === around ? (around.parentElement ?? around) : at;
}

/** Buttons that send: when one sends a reply and another a note, they say nothing about the box. */
function buttons(sight: Sight, around: Element, words: GenericWords): string[] {
  return [...around.querySelectorAll(BUTTON)]
    .filter((el) => sight.sees(el) && !isTab(el))
    .map(buttonText)
    .filter((text) => text.length <= 40 && words.send.test(text));
}

const isTab = (el: Element): boolean =>
  el.closest('[role="tablist"], [role="radiogroup"], fieldset, nav, ul') !== null ||
  el.hasAttribute('aria-pressed') ||
  el.hasAttribute('aria-selected');

const NOT = /(?:^|[^\p{L}])(?:not|don['’]t|hid(?:e|den)|nicht|pas|non?|não|niet|inte|ikke|nie|ne|не|ei)\s/iu;

function switches(around: Element, words: GenericWords): Visibility[] {
  return [...around.querySelectorAll<HTMLInputElement>('input[type="checkbox"], [role="switch"]')].flatMap(
    (el) => {
      const label = labelOf(el);
      const on = el.localName === 'input' ? el.checked : el.getAttribute('aria-checked') === 'true';
      const inside = label.replace(words.internalSwitch, ' ') !== label;
      const negated = NOT.test(label);
      if (negated && words.publicSwitch.test(label)) return on ? ['internal'] : [];
      if (words.sendSwitch.test(label)) return on ? ['public'] : [];
      if (words.publicSwitch.test(label) && !(inside && /not |hide|nicht|pas /i.test(label)))
        return [on ? 'public' : 'internal'];
      if (!inside || words.publicReply.test(label.replace(words.internalSwitch, ' '))) return [];
      return [on ? 'internal' : 'public'];
    },
  );
}

/** A button that shows who reads it and opens a list: one word, and no act. */
function chosenWord(sight: Sight, around: Element): Visibility[] {
  return [...around.querySelectorAll(BUTTON)].flatMap((el) => {
    const text = buttonText(el).toLowerCase();
    if (isTab(el) || !/^(?:public|private|internal)$/.test(text) || !sight.sees(el)) return [];
    return [text === 'public' ? 'public' : 'internal'];
  });
}

/** Lines above the box that say what is written there: up to the record's number, and none in a conversation. */
function headings(sight: Sight, part: Element, words: GenericWords): string[] {
  const around = part.closest('form, dialog, [role="dialog"]') ?? part;
  if (around.querySelector('time, article, [datetime]')) return [];
  return [...around.querySelectorAll('h1, h2, h3, h4, legend')].flatMap((el) => {
    const text = oneLine(el.textContent ?? '').split(/[#\d“"«–—|]/)[0] ?? '';
    return text.length <= 40 && words.writing.test(text) && sight.sees(el) ? [text] : [];
  });
}

function hiddenValues(around: Element, words: GenericWords): Visibility[] {
  const boxes = [...around.querySelectorAll<HTMLInputElement>('input[type="checkbox"], input[type="radio"]')];
  return [...around.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].flatMap((el) => {
    // what is sent when the box of the same name is not ticked is no sign of its own
    if (boxes.some((box) => box.name === el.name)) return [];
    const name = el.name.replace(/[-_[\]]/g, ' ');
    if (/is note|internal|private/i.test(name))
      return [/^(?:1|true|yes|on)$/i.test(el.value) ? 'internal' : 'public'];
    if (/public/i.test(name)) return [/^(?:1|true|yes|on)$/i.test(el.value) ? 'public' : 'internal'];
    return /visib|type|mode|kind/i.test(name) ? [tell(el.value, words)] : [];
  });
}

function hasRecipient(sight: Sight, around: Element): boolean {
  return [...around.querySelectorAll('input, span, div, li, td')].some((el) => {
    if (el.childElementCount > 0) return false;
    const text = el.localName === 'input' ? (el as HTMLInputElement).value : (el.textContent ?? '');
    if (text.length >= 120 || !/@[\p{L}\d-]+\.\p{L}/u.test(text)) return false;
    return labelsNear(el).some((label) => TO.test(label)) && sight.sees(el);
  });
}

const TO = /^(?:to|an|à|para|a|aan|till|recipients?)\s*:?$/iu;

/** What a chip or a line with an address may be called by: its own label, or the word that stands before it. */
function labelsNear(el: Element): string[] {
  const before = (at: Element | null | undefined): string =>
    oneLine(at?.previousElementSibling?.textContent ?? '');
  const loose = oneLine(el.parentElement?.firstChild?.nodeValue ?? '');
  return [labelOf(el), el.getAttribute('title') ?? '', before(el), before(el.parentElement), loose];
}

import type { GenericWords } from '../../core/generic-words';
import type { FieldState } from '../../core/observation';
import { fieldAt } from '../fields/known';
import { labelOf } from '../fields/labels';
import { findOwn } from './find';
import { standsApart } from './hints';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

/** A label of the page and what stands beside it. */
export interface Labelled {
  label: string;
  values: string[];
  options: string[] | null;
  kind: FieldState['kind'];
}

const MOST = 60;
const LONGEST_LABEL = 40;
const LONGEST_VALUE = 200;

/** What the page labels: controls with a label, terms with a description, heads with a cell. */
export function labelledOn(sight: Sight, box: Element | null, words: GenericWords): Labelled[] {
  const around = box?.parentElement?.closest('form, section, [class*="composer" i], [class*="editor" i]');
  // a form around the whole record is more than the box
  const near = around && !around.querySelector('h1, time, article, [datetime], ul > li + li') ? around : box;
  const found = [
    ...controls(sight),
    ...pairs(sight, 'dt', 'dd'),
    ...rows(sight),
    ...looseLabels(sight, words),
  ];
  const seen = new Set<string>();
  return found
    .filter(({ el, label }) => label !== '' && label.length <= LONGEST_LABEL && !near?.contains(el))
    .filter(({ label }) => !seen.has(label.toLowerCase()) && seen.add(label.toLowerCase()))
    .slice(0, MOST)
    .map(({ el: _el, ...rest }) => rest);
}

type Found = Labelled & { el: Element };

function controls(sight: Sight): Found[] {
  return findOwn(sight, 'select, input, textarea').flatMap((el) => {
    if (standsApart(el) || !sight.sees(el)) return [];
    const field = fieldAt(el);
    const label = unmarked(labelOf(el));
    if (!field || label === '' || field.family === 'textarea') return [];
    const { values, options } = field.read();
    const kind = field.family === 'checkbox' ? 'flag' : options ? 'choice' : 'text';
    return [
      { el, label, values: values.map((v) => oneLine(v.label)).filter(Boolean), options, kind } as Found,
    ];
  });
}

function pairs(sight: Sight, term: string, description: string): Found[] {
  return findOwn(sight, term).flatMap((el) => {
    const beside = el.nextElementSibling;
    return beside?.localName === description && sight.sees(el) ? [shown(sight, el, beside)] : [];
  });
}

/** Rows of a table: heads each with a cell beside them, or cells with a colon, each with a cell without one. */
function rows(sight: Sight): Found[] {
  return findOwn(sight, 'tr').flatMap((row) =>
    [...row.children].flatMap((head, i) => {
      const cell = row.children[i + 1];
      const isHead = head.localName === 'th' || (isMarked(head) && cell !== undefined && !isMarked(cell));
      return isHead && cell?.localName === 'td' && sight.sees(head) ? [shown(sight, head, cell)] : [];
    }),
  );
}

const isMarked = (cell: Element): boolean => /^[^:]{1,40}:\s*$/.test(cell.textContent ?? '');

const LOOSE =
  '[class*="label" i], [class*="lbl" i], [class*="key" i], [class*="term" i], [class*="title" i], strong, b, label, span, div, h3, h4, h5, h6';

/** A small element that is or is named a label or a title, or ends with a colon, and its one neighbour. */
function looseLabels(sight: Sight, words: GenericWords): Found[] {
  const isKnown = (text: string): boolean =>
    words.clearRequester.test(text) || words.fields.some(({ label }) => label.test(text));
  return findOwn(sight, LOOSE).flatMap((el) => {
    const text = (el.textContent ?? '').trim();
    if (text === '' || text.length > LONGEST_LABEL || el.childElementCount > 0) return [];
    // a label may stand in a box of its own
    const alone = el.nextElementSibling === null && el.parentElement?.childElementCount === 1;
    const cell = alone && el.parentElement?.localName === 'td' ? el.parentElement : null;
    const named =
      /^(?:label|h[3-6])$/.test(el.localName) ||
      /label|lbl|key|term|title/i.test(el.getAttribute('class') ?? '') ||
      /:$/.test(text) ||
      // or be a word that means nothing else, beside something that is no such word
      (isKnown(text) && !isKnown((el.nextElementSibling?.textContent ?? '').trim())) ||
      // or be a cell of strong letters, left of the value
      (/^(?:strong|b)$/.test(el.localName) && (cell?.textContent ?? '').trim() === text);
    const at = alone ? el.parentElement : el;
    const beside = at?.nextElementSibling;
    if (!named || !beside || beside.matches('select, input, textarea, button')) return [];
    if (beside.querySelector('select, input, textarea')) return [];
    const long = (beside.textContent ?? '').trim().length > LONGEST_VALUE;
    // of a list of labels each has its value behind it
    const listed =
      el.localName === 'label' && !el.hasAttribute('for') && /^(?:p|span|div)$/.test(beside.localName);
    return !long && (listed || at?.parentElement?.childElementCount === 2) && sight.sees(el)
      ? [shown(sight, el, beside)]
      : [];
  });
}

function shown(sight: Sight, el: Element, beside: Element): Found {
  const control = beside.querySelector('select, input');
  const field = control ? fieldAt(control) : null;
  if (field) {
    const { values, options } = field.read();
    return {
      el,
      label: unmarked(sight.text(el)),
      values: values.map((v) => oneLine(v.label)),
      options,
      kind: options ? 'choice' : 'text',
    };
  }
  const parts = [...beside.children]
    .filter((c) => c.localName !== 'br' && c.localName !== 'button')
    .map((c) => oneLine(sight.text(c, { whole: true })));
  const text = oneLine(sight.text(beside, { whole: true }).replace(/\n/g, ' '));
  const several =
    parts.filter(Boolean).length > 1 && parts.filter(Boolean).join(' ').length >= text.length - 2;
  return {
    el,
    label: unmarked(sight.text(el, { whole: true })),
    values: several ? parts.filter(Boolean) : text ? [text] : [],
    options: null,
    kind: 'text',
  };
}

const unmarked = (label: string): string => oneLine(label).replace(/[\s:*]+$/, '');

/** Labels as fields of the record. None is writable: nothing here proves what a write to it would do. */
export function genericFields(labelled: readonly Labelled[], words: GenericWords): FieldState[] {
  const fields: FieldState[] = [];
  for (const { label, values, options, kind } of labelled) {
    const known = words.fields.find((f) => f.label.test(label))?.name;
    if (!known && (words.notField.test(label) || words.requester.test(label))) continue;
    const tags = known === 'tags';
    // an empty box for a new tag says nothing about the tags that are set
    if (tags && values.length === 0) continue;
    const name = known && !fields.some((f) => f.name === known) ? known : label;
    fields.push({
      name,
      label,
      scope: 'record',
      kind: tags ? 'tags' : kind,
      values: tags
        ? values.flatMap((v) => v.split(/\s*,\s*/)).filter(Boolean)
        : values.slice(0, 1).map((v) => (values.length > 1 ? values.join(', ') : v)),
      options: tags ? null : options,
      writable: false,
    });
  }
  return fields;
}

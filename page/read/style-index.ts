import { addSelectors, emptyIndex, type SelectorIndex } from './selector-index';
import { ALL, abilityOf, flagWith, JUDGED } from './style-flags';

/*
 * Which elements may have been styled in ways that hide text: read off the page's own rules, so that the slow
 * question ("how is this element painted?") is asked only where its answer can differ from the ordinary one.
 * Never the other way round: whatever cannot be judged from the rules counts as styled in every way.
 */

/**
 * An index, and what shows that its rules are still as they were: how much each declares, and the values for which one
 * counts as less than its property could do.
 */
interface Indexed {
  count: number;
  index: SelectorIndex;
  styles: CSSStyleDeclaration[];
  lengths: number[];
  judged: [style: CSSStyleDeclaration, property: string, value: string][];
}

const bySheet = new WeakMap<CSSStyleSheet, Indexed>();

const holds = (known: Indexed, count: number): boolean =>
  known.count === count &&
  known.styles.every((style, i) => style.length === known.lengths[i]) &&
  known.judged.every(([style, property, value]) => style.getPropertyValue(property) === value);

/** The index of one sheet; of a sheet of another origin, whose rules cannot be read, it is everything. */
export function indexSheet(sheet: CSSStyleSheet): SelectorIndex {
  const rules = rulesIn(sheet);
  const seen = bySheet.get(sheet);
  if (seen && holds(seen, rules?.length ?? -1)) return seen.index;
  const made: Indexed = {
    count: rules?.length ?? -1,
    index: emptyIndex(),
    styles: [],
    lengths: [],
    judged: [],
  };
  if (rules) indexRules(rules, made, false);
  else made.index.any = ALL;
  bySheet.set(sheet, made);
  return made.index;
}

function rulesIn(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules;
  } catch (refused) {
    // a sheet of another origin: the browser says no by throwing
    if (refused instanceof DOMException) return null;
    throw refused;
  }
}

function indexRules(rules: CSSRuleList, made: Indexed, nested: boolean): void {
  const { index } = made;
  // by number: going through a long list in any other way is several times slower
  for (let i = 0; i < rules.length; i += 1) {
    const rule = rules[i] as CSSRule;
    const selector = (rule as CSSStyleRule).selectorText as string | undefined;
    const style = (rule as CSSStyleRule).style as CSSStyleDeclaration | undefined;
    if (style && (selector !== undefined || nested)) {
      const flags = declared(style, made);
      if (flags && (nested || selector === undefined)) index.any |= flags;
      else if (flags && selector) addSelectors(index, selector, flags);
    }
    const inner = (rule as CSSGroupingRule).cssRules as CSSRuleList | undefined;
    if (selector !== undefined) {
      if (inner?.length) indexRules(inner, made, true);
      continue;
    }
    const imported = (rule as CSSImportRule).styleSheet as CSSStyleSheet | null | undefined;
    const theirs = imported ? rulesIn(imported) : null;
    if (theirs) indexRules(theirs, made, nested);
    else if (imported) index.any = ALL;
    const kind = rule.constructor.name;
    if (inner?.length && kind !== 'CSSKeyframesRule')
      indexRules(inner, made, nested || kind === 'CSSScopeRule');
  }
}

function declared(style: CSSStyleDeclaration, made: Indexed): number {
  const { length } = style;
  let flags = 0;
  for (let i = 0; i < length; i += 1) {
    const property = style[i] as string;
    const ability = abilityOf(property);
    if (ability & JUDGED) {
      const value = style.getPropertyValue(property);
      const less = flagWith(property, value);
      if (less !== (ability & ALL)) made.judged.push([style, property, value]);
      flags |= less;
    } else flags |= ability;
  }
  made.styles.push(style);
  made.lengths.push(length);
  return flags;
}

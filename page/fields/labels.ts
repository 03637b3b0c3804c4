import { oneLine } from '../read/one-line';

/** The words beside a control: its label, or the name that assistive technology is given. */
export function labelOf(el: Element): string {
  const labels = (el as HTMLInputElement).labels;
  const first = labels?.[0];
  if (first) return oneLine(textWithoutControls(first));
  const by = el.getAttribute('aria-labelledby');
  const root = el.getRootNode() as Document | ShadowRoot;
  const named = by
    ?.split(/\s+/)
    .map((id) => root.getElementById?.(id)?.textContent ?? '')
    .join(' ');
  if (named && oneLine(named)) return oneLine(named);
  return oneLine(el.getAttribute('aria-label') ?? '');
}

/** A label that wraps its control would otherwise read as label and options in one. */
function textWithoutControls(label: Element): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data;
    else if (!(node as Element).matches?.('select, textarea, input, button'))
      for (const c of node.childNodes) visit(c);
  };
  visit(label);
  return text;
}

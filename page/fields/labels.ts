/** Labels are compared as a person reads them: exact letters, white space as one blank. */
export const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** The words beside a control: its label, or the name that assistive technology is given. */
export function labelOf(el: Element): string {
  const labels = (el as HTMLInputElement).labels;
  const first = labels?.[0];
  if (first) return tidy(textWithoutControls(first));
  const by = el.getAttribute('aria-labelledby');
  const root = el.getRootNode() as Document | ShadowRoot;
  const named = by
    ?.split(/\s+/)
    .map((id) => root.getElementById?.(id)?.textContent ?? '')
    .join(' ');
  if (named && tidy(named)) return tidy(named);
  return tidy(el.getAttribute('aria-label') ?? '');
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

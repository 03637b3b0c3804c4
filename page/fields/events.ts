/** Tells the page that a value changed, as the browser does after a person's input. */
export function announce(el: Element, names: readonly string[] = ['input', 'change']): void {
  for (const name of names) {
    const event =
      name === 'input'
        ? new InputEvent('input', { bubbles: true, composed: true })
        : new Event(name, { bubbles: true });
    el.dispatchEvent(event);
  }
}

/**
 * Sets a property through the element's own class, past a setter that a framework put on the element:
 * only then does the framework see a difference when the event comes.
 */
export function setNative(el: Element, property: 'value' | 'checked', value: string | boolean): void {
  for (let proto = Object.getPrototypeOf(el); proto; proto = Object.getPrototypeOf(proto)) {
    const setter = Object.getOwnPropertyDescriptor(proto, property)?.set;
    if (setter) {
      setter.call(el, value);
      return;
    }
  }
  throw new Error(`A <${el.localName}> has no ${property}`);
}

const AT_CENTRE = (el: Element): MouseEventInit => {
  const box = el.getBoundingClientRect();
  return {
    bubbles: true,
    cancelable: true,
    composed: true,
    button: 0,
    clientX: box.left + box.width / 2,
    clientY: box.top + box.height / 2,
    view: el.ownerDocument.defaultView,
  };
};

/** A press and release of the main mouse button on an element, with all the events that a real one brings. */
export function press(el: Element): void {
  const at = AT_CENTRE(el);
  const pointer: PointerEventInit = { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  hover(el, at, pointer);
  el.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  const takesFocus = el.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1, detail: 1 }));
  const target = takesFocus ? focusable(el) : null;
  if (target) focusOn(target);
  el.dispatchEvent(new PointerEvent('pointerup', pointer));
  el.dispatchEvent(new MouseEvent('mouseup', { ...at, detail: 1 }));
  click(el);
}

/** A click; parts of a picture have no method for it. */
function click(el: Element): void {
  if ('click' in el) (el as HTMLElement).click();
  else el.dispatchEvent(new MouseEvent('click', { ...AT_CENTRE(el), detail: 1 }));
}

function hover(el: Element, at: MouseEventInit, pointer: PointerEventInit): void {
  el.dispatchEvent(new PointerEvent('pointerover', pointer));
  el.dispatchEvent(new PointerEvent('pointerenter', { ...pointer, bubbles: false }));
  el.dispatchEvent(new PointerEvent('pointermove', pointer));
  el.dispatchEvent(new MouseEvent('mouseover', at));
  el.dispatchEvent(new MouseEvent('mousemove', at));
}

function focusable(el: Element): HTMLElement | null {
  return el.closest<HTMLElement>(
    'input, button, select, textarea, a[href], [tabindex], [contenteditable="true"]',
  );
}

/**
 * Puts the focus on an element. While the person's focus is in the panel the browser moves it without telling
 * the page, so the page is told here: many controls open or save on nothing else.
 */
export function focusOn(el: HTMLElement): void {
  const before = el.ownerDocument.activeElement;
  if (before === el) return;
  el.focus({ preventScroll: true });
  tellFocus(el, before);
}

/** Says that the focus has come, in a page to which the browser does not say it. */
export function tellFocus(el: HTMLElement, before: Element | null): void {
  if (el.ownerDocument.hasFocus()) return;
  el.dispatchEvent(new FocusEvent('focus', { relatedTarget: before }));
  el.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true, relatedTarget: before }));
}

/** Takes the focus off again, with the same care. */
export function leave(el: HTMLElement): void {
  const told = el.ownerDocument.hasFocus();
  el.blur();
  if (told) return;
  el.dispatchEvent(new FocusEvent('blur'));
  el.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

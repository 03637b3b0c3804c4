/** Says that the page looks different, at most every 300 ms. Reads nothing: the panel asks for a look itself. */
export function watchPage(doc: Document, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      changed();
    }, 300);
  };
  const observer = new MutationObserver(soon);
  observer.observe(doc.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'value', 'aria-pressed', 'aria-selected', 'data-mode', 'hidden', 'open'],
  });
  const view = doc.defaultView;
  doc.addEventListener('change', soon, true);
  view?.addEventListener('popstate', soon);
  view?.addEventListener('pageshow', soon);
  view?.addEventListener('load', soon);
  // The panel's first look may have met half a page, whose rest came before anybody watched.
  soon();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    doc.removeEventListener('change', soon, true);
    view?.removeEventListener('popstate', soon);
    view?.removeEventListener('pageshow', soon);
    view?.removeEventListener('load', soon);
  };
}

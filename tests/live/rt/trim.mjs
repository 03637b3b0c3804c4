/**
 * Runs in the page: leaves what a site's data speaks of, as it was painted. Style sheets and scripts go, so what they
 * hid is marked as hidden, and what they drew into a frame is written into it.
 */
export function trimPage() {
  for (const el of document.body.querySelectorAll('*')) {
    if (el.closest('svg') || /^(script|style|option)$/.test(el.localName)) continue;
    const painted = getComputedStyle(el);
    if (painted.display === 'none') el.style.setProperty('display', 'none', 'important');
    if (painted.display === 'block' && el.localName === 'li') el.style.setProperty('display', 'block');
    if (/^[uo]l$/.test(el.localName)) el.style.setProperty('list-style', painted.listStyleType);
  }
  for (const frame of document.querySelectorAll('iframe')) {
    const { body } = frame.contentDocument;
    frame.removeAttribute('src');
    frame.setAttribute(
      'srcdoc',
      `<body contenteditable="true" class="cke_editable">${body.innerHTML}</body>`,
    );
  }
  // What a person chose is in no attribute.
  for (const option of document.querySelectorAll('option'))
    option.toggleAttribute('selected', option.selected);
  const unneeded =
    'script, style, link, svg, img, noscript, meta[http-equiv], #footer, #topactions, #skipnav, .ticket-info-dates, .ticket-info-links, .ticket-info-reminders, .ticket-info-requestor, .more-about-requestor, #attach-dropzone, .old-attach, .messagebox-attachment-warning, .cke_top, .cke_bottom, .cke_voice_label, .ui-helper-hidden-accessible';
  for (const el of document.querySelectorAll(unneeded)) el.remove();
  for (const item of document.querySelectorAll('#app-nav > li:not(#li-preferences), #page-menu > li'))
    item.remove();
  for (const menu of document.querySelectorAll('#li-preferences > ul')) menu.remove();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (node.nodeType === Node.COMMENT_NODE) node.remove();
    else if (!node.parentElement.closest('textarea, pre'))
      node.data = node.data.replace(/[ \t]*\n\s*/g, '\n');
  }
  const html = document.documentElement.outerHTML.replace(/\n(?:[ \t]*\n)+/g, '\n');
  return `<!doctype html>\n${html}\n`;
}

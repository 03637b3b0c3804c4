const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that a reader does not see, or that turn the text around them: shown by their number instead. */
const UNSEEN = /(?![\t\n])(?:\p{Cc}|\p{Cf}|[\u{e0100}-\u{e01ef}])/gu;

/** Text as text: nothing in it is markup, and nothing in it is hidden. */
export function escapeHtml(value: unknown): string {
  return String(value)
    .replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)
    .replace(
      UNSEEN,
      (c) =>
        `<span class="unseen">U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}</span>`,
    );
}

/** A moment, in UTC, so that two readers read the same. */
export function timeHtml(iso: string): string {
  const shown = new Date(iso)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
  return `<time datetime="${escapeHtml(iso)}">${escapeHtml(shown)}</time>`;
}

/** A list of names and values; values are HTML already. */
export function factsHtml(pairs: readonly (readonly [string, string])[]): string {
  return `<dl>${pairs.map(([name, html]) => `<dt>${escapeHtml(name)}</dt><dd>${html}</dd>`).join('')}</dl>`;
}

const STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1rem; margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; } dt { color: #57606a; } dd { margin: 0; overflow-wrap: anywhere; }
.whole { border-left: 4px solid #1a7f37; padding: .1rem 1rem; background: #f2faf4; }
article { border: 1px solid #d0d7de; border-radius: 6px; padding: .75rem 1rem; margin: 0 0 .75rem; break-inside: avoid; }
.status { float: right; border: 1px solid; border-radius: 1rem; padding: 0 .6rem; font-size: .85rem; }
.done { color: #1a7f37; } .failed, .unknown, .started { color: #b42318; } .other { color: #57606a; }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-top: .5rem; }
.text { background: #f6f8fa; border-radius: 4px; padding: .4rem .6rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.label { color: #57606a; font-size: .85rem; } .unseen { border: 1px solid #b42318; border-radius: 3px; font-size: .7em; color: #b42318; padding: 0 .15em; }
table.change { margin-top: .5rem; } table.change th:first-child { width: 8rem; font-weight: 500; color: #57606a; } .value { white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; table-layout: fixed; } th { text-align: left; } th, td { border-bottom: 1px solid #d0d7de; padding: .25rem .5rem .25rem 0; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; } tr { break-inside: avoid; } code { font: .85em ui-monospace, monospace; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; } .entries { font-size: 8pt; } a { color: inherit; text-decoration: none; } @page { margin: 18mm 15mm; } }
@media (max-width: 40rem) { .texts { grid-template-columns: 1fr; } }
`;

/** Everything up to the body's first line. The page can load and run nothing. */
export const PAGE_START = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Countersign log</title>
<style>${STYLE}</style>
</head>
<body>
`;

export const PAGE_END = '</body>\n</html>\n';

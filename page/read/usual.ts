/** What a browser makes of these where no rule says otherwise. */
export const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    block:
      'div p ul ol section article header footer main nav aside blockquote dl dt dd figure figcaption address h1 h2 h3 h4 h5 h6 pre form fieldset details hgroup html body',
    inline:
      'span b i em strong u s time br label a code kbd samp small big sub sup cite q abbr font mark tt img wbr ins del dfn var data',
    'list-item': 'li summary',
    table: 'table',
  }).flatMap(([display, names]) => names.split(' ').map((name) => [name, display] as const)),
);

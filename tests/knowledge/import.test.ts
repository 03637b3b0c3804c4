import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnowledgeItem } from '../../core/knowledge';
import { importKnowledge, MAX_FILE } from '../../knowledge/import';

const read = (name: string, text: string) =>
  importKnowledge({ name, text, importedAt: '2026-06-01T10:00:00.000Z' });
const items = (name: string, text: string) => {
  const result = read(name, text);
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
};
const why = (name: string, text: string) => {
  const result = read(name, text);
  return result.ok ? 'imported' : result.refusal.detail;
};

describe('CSV', () => {
  it('reads quoted cells, doubled quotes, line breaks, keywords and steps', () => {
    const csv =
      'Title,Text,Keywords,Steps,Language\r\n"Refund, fast","Hello ""you"",\r\n\r\nit takes 5 days.","refund; money back","status=Pending; tag=refund; field:Product=Shoes",en\r\n\r\nDe,Guten Tag und danke für die Nachricht,,,\r\n';
    expect(items('macros.csv', csv)).toEqual([
      {
        id: 'macros.csv#refund-fast',
        kind: 'macro',
        title: 'Refund, fast',
        text: 'Hello "you",\n\nit takes 5 days.',
        language: 'en',
        keywords: ['refund', 'money back'],
        steps: [
          { tool: 'set_status', value: 'Pending' },
          { tool: 'add_tag', value: 'refund' },
          { tool: 'set_field', value: 'Shoes', field: 'Product' },
        ],
        origin: 'macros.csv',
        updatedAt: '2026-06-01T10:00:00.000Z',
      },
      expect.objectContaining({ title: 'De', language: 'de', keywords: [], steps: [] }),
    ]);
  });

  it.each([';', '\t'])('understands %j between the cells', (separator) => {
    const csv = [
      ['title', 'text'],
      ['A', 'One, two'],
    ]
      .map((r) => r.join(separator))
      .join('\n');
    expect(items('a.csv', csv)[0]?.text).toBe('One, two');
  });

  it.each([
    ['title\nA', 'Line 1: the column “text” is missing.'],
    [
      'title,text,price\nA,B,3',
      'Line 1: the column “price” is not known. Known are: title, text, keywords, steps, language, kind, updated.',
    ],
    ['title,text,text\nA,B,C', 'Line 1: a column stands there twice.'],
    ['title,text\nA,B\nC', 'Line 3: it has 1 cells, and the first line names 2.'],
    ['title,text\n"A\nA",B\n,D', 'Line 4: the title is missing.'],
    ['title,text\nA,"B', 'Line 2: a quotation mark opens here and never closes.'],
    ['title,text\nA,"B"x', 'Line 2: after a closing quotation mark only a separator may follow.'],
    ['title,text\nA,B"x', 'Line 2: put the whole cell in quotation marks, and double the ones inside it.'],
    [
      'title,text,steps\nA,B,delete=all',
      'Line 2: the step “delete=all” is not known; write for example status=Pending or tag=refund.',
    ],
    [
      'title,text,steps\nA,B,__proto__=x',
      'Line 2: the step “__proto__=x” is not known; write for example status=Pending or tag=refund.',
    ],
    ['title,text,language\nA,B,Klingon!', 'Line 2: “Klingon!” is no language; use a code such as en or fr.'],
    ['title,text\nA,', 'Line 2: the text of “A” cannot be used: There is no text. Write something first.'],
    ['title,text\n', 'There is nothing in it.'],
    [
      '',
      'Line 1: the column “” is not known. Known are: title, text, keywords, steps, language, kind, updated.',
    ],
  ])('%j: %s', (csv, words) => {
    // An empty file has no first line to blame.
    expect(why('a.csv', csv)).toBe(csv === '' ? 'Line 1: the column “title” is missing.' : words);
  });
});

describe('JSON', () => {
  it('reads where an article is and who may read it, and takes no address that is not safe', () => {
    const item = {
      title: 'A',
      text: 'Body',
      kind: 'article',
      url: 'https://help.example/a',
      state: 'public',
    };
    expect(items('k.json', JSON.stringify([item]))[0]).toMatchObject({ url: item.url, state: 'public' });
    expect(why('k.json', JSON.stringify([{ ...item, url: 'http://help.example/a' }]))).toContain(
      'is no address',
    );
    expect(why('k.json', JSON.stringify([{ ...item, state: 'published' }]))).toContain('“state”');
  });

  it('takes a macro that is its steps alone, and no other item without a text', () => {
    const steps = [{ tool: 'add_note', value: 'Replaced.' }];
    const [macro] = items('a.json', JSON.stringify([{ title: 'Replace', text: '', kind: 'macro', steps }]));
    expect(macro).toMatchObject({ text: '', steps });
    expect(why('a.json', JSON.stringify([{ title: 'Replace', text: '', kind: 'macro' }]))).toContain(
      'cannot be used',
    );
  });

  it('reads a list, and {"items": …}, and its own export', () => {
    const item = { title: 'A', text: 'Body', keywords: ['x'], steps: [{ tool: 'add_tag', value: 'a' }] };
    const once = items('k.json', JSON.stringify([item]));
    expect(once[0]).toMatchObject({ kind: 'macro', id: 'k.json#a', keywords: ['x'] });
    expect(items('k.json', JSON.stringify({ items: once }))).toEqual(once);
  });

  it.each([
    ['{"a":', 'This is not JSON, or it is cut off.'],
    ['{}', 'Expected a list of items, or {"items": [ … ]}.'],
    ['[{"title":"A","text":"B"},{"title":"C"}]', 'Item 2: “text” is missing or not in the right form.'],
    ['[{"title":"A","text":"B","approved":true}]', 'Item 1: the key “approved” is not known.'],
    [
      '[{"title":"A","text":"B","__proto__":{"kind":"macro"}}]',
      'Item 1: the key “__proto__” is not allowed.',
    ],
    [
      '[{"title":"A","text":"B","steps":[{"tool":"add_tag","value":"x","constructor":1}]}]',
      'Item 1: the key “constructor” is not allowed.',
    ],
    [
      '[{"title":"A","text":"B","steps":[{"tool":"merge_ticket","value":"x"}]}]',
      'Item 1: “steps.0.tool” is missing or not in the right form.',
    ],
    ['[7]', 'Item 1: it is not an item with title and text.'],
    ['[]', 'There is nothing in it.'],
    [`${'['.repeat(50_000)}`, 'This is not JSON, or it is cut off.'],
  ])('%.60s: %s', (json, words) => expect(why('k.json', json)).toBe(words));
});

describe('Markdown', () => {
  it('makes an item of every heading, with front matter for all and lines of its own', () => {
    const md =
      '---\nlanguage: en\nkeywords: "help, faq"\ntags: [x]\n---\n# Shop\n\n## Refunds\nSteps: status=Pending\nKeywords: refund\n\nIt takes *5* __days__.\n\n### Where\n* here, see ![x](y.png)[the page](https://a.example/b "t")\n* [evil](javascript:alert(1)) <b>there</b>\n\n```\n# not a heading\n```\n## Empty\n\n## Exchange\n> Send it back.\n';
    expect(items('help.md', md)).toEqual([
      expect.objectContaining({
        id: 'help.md#refunds',
        kind: 'macro',
        title: 'Refunds',
        keywords: ['refund'],
        text: 'It takes *5* **days**.\n\n**Where**\n- here, see [the page](https://a.example/b)\n- evil) there\n\n# not a heading',
      }),
      expect.objectContaining({
        id: 'help.md#exchange',
        kind: 'article',
        keywords: ['help', 'faq'],
        text: 'Send it back.',
      }),
    ]);
  });

  it('a file without headings is one article named after it; equal titles get ids of their own', () => {
    expect(items('Opening hours.md', 'We are open from 9 to 5.')[0]).toMatchObject({
      title: 'Opening hours',
      kind: 'article',
    });
    expect(items('a.md', '# X\none\n# X\ntwo').map((i) => i.id)).toEqual(['a.md#x', 'a.md#x-2']);
  });

  it('names the line of a bad heading', () => {
    expect(why('a.md', '# A\ntext\n\n## B\nSteps: explode=1\n\ntext')).toContain(
      'Line 4: the step “explode=1”',
    );
  });
});

describe('any file', () => {
  it.each([
    ['a.exe', 'x', 'Only Markdown (.md), CSV (.csv) and JSON (.json) files can be imported.'],
    ['a.md', 'a\0b', 'It is not saved as UTF-8 text. Save it as UTF-8 and import it again.'],
    ['a.md', 'caf\ufffd', 'It is not saved as UTF-8 text. Save it as UTF-8 and import it again.'],
    ['a.md', '\ud800', 'It is not saved as UTF-8 text. Save it as UTF-8 and import it again.'],
    ['a.md', '', 'There is nothing in it.'],
  ])('%s %j: %s', (name, text, words) => expect(why(name, text)).toBe(words));

  it('has limits', () => {
    expect(why('a.md', 'x'.repeat(MAX_FILE + 1))).toContain('larger than 5 MB');
    expect(why('a.csv', `title,text\n${'A,B\n'.repeat(5001)}`)).toContain('more than 5000 items');
    expect(why('a.csv', `title,text\n${'A'.repeat(201)},B`)).toContain('longer than 200 letters');
  });

  it('a byte order mark and any line ends are fine', () => {
    expect(items('a.csv', '\ufefftitle,text\rA,B')[0]?.title).toBe('A');
  });

  it('whatever is thrown at it: whole valid items, or words', () => {
    const piece = fc.constantFrom(
      'title,text',
      '"',
      ',',
      '\n',
      '# ',
      '---',
      '{',
      '[',
      ']',
      '"title":"A"',
      '"text":"B"',
      'x',
      ':',
      '__proto__',
      '=',
      ';',
      '- ',
      '\t',
      '💥',
      '\u202e',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('a.csv', 'a.md', 'a.json'),
        fc.array(piece, { maxLength: 40 }),
        (name, pieces) => {
          const result = read(name, pieces.join(''));
          if (result.ok)
            for (const item of result.value) expect(KnowledgeItem.safeParse(item).success).toBe(true);
          else
            expect(result.refusal).toMatchObject({ code: 'bad-file', detail: expect.stringMatching(/\.$/) });
          expect(({} as Record<string, unknown>).kind).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

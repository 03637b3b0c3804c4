import { describe, expect, it, test } from 'vitest';
import { originOf, readToolFile } from '../../core/custom/read-file';
import { TOOLS } from '../../tools/registry';
import { type Example, exampleFile } from '../shop/files';

const TAKEN = TOOLS.map((tool) => tool.name);
// biome-ignore lint/suspicious/noExplicitAny: a file that is bent on purpose
type Bent = any;

/** The words that a bent file gets. */
function words(bend: (file: Bent) => unknown, of: Example = 'refund-order'): string {
  const file = JSON.parse(exampleFile(of));
  const bent = bend(file) ?? file;
  const read = readToolFile(typeof bent === 'string' ? bent : JSON.stringify(bent), TAKEN);
  if (read.ok) throw new Error('it was taken');
  expect(read.refusal.code).toBe('bad-file');
  return read.refusal.detail ?? '';
}

/** Changes one entry of the file. */
const put = (path: string, value: unknown) => (file: Bent) => {
  const [last = '', ...way] = path.split('.').reverse();
  way.reverse().reduce((at, step) => at[step], file)[last] = value;
};
const drop = (path: string) => (file: Bent) => {
  const [last = '', ...way] = path.split('.').reverse();
  delete way.reverse().reduce((at, step) => at[step], file)[last];
};

test.each(['look-up-order', 'look-up-refunds', 'refund-order', 'create-issue'] as const)(
  'the worked example %s is taken as it stands in the documents',
  (name) => {
    const read = readToolFile(exampleFile(name), TAKEN);
    expect(read.ok ? '' : read.refusal.detail).toBe('');
    expect(read.ok && new URL(originOf(read.value)).protocol).toBe('https:');
  },
);

describe('a file with something wrong in it is refused as a whole, in words that say what', () => {
  it.each<[string, (f: Bent) => unknown, RegExp, Example?]>([
    ['no JSON', () => '{"format": ', /It is no JSON/],
    ['empty', () => '', /It is no JSON/],
    ['a list', () => '[]', /the file”: must be an object/],
    ['too long', () => `"${'x'.repeat(70_000)}"`, /too long/],
    ['too deep', () => `${'['.repeat(40)}${']'.repeat(40)}`, /nested too deeply/],
    ['another format', put('format', 'other'), /“format”: must be "countersign-tool"/],
    ['a later version of the format', put('formatVersion', 2), /“formatVersion”: must be 1/],
    ['an entry that is not known', put('retries', 3), /there is no entry “retries”/],
    [
      'an entry deep inside that is not known',
      put('call.send.proxy', 'x'),
      /call\.send”: there is no entry “proxy”/,
    ],
    ['no name', drop('name'), /“name”: is missing/],
    ['a name with capitals', put('name', 'Refund'), /“name”: is not written as it must be/],
    ['a name of ours', put('name', 'send_reply'), /send_reply is the name of a built-in tool/],
    ['a name of undo', put('name', 'undo_refund'), /must not begin with undo_/],
    ['a class that is none', put('class', 'R5'), /“class”: must be "R0" or "R1"/],
    ['R3 without undo', drop('undo'), /“undo” is missing: a tool of class R3/, 'create-issue'],
    ['R4 without a reason', drop('irreversible'), /“irreversible” is missing/],
    ['R4 with undo', (f) => ({ ...f, undo: { words: 'x', ...f.call } }), /“undo” is for classes R1 to R3/],
    ['R0 that writes', put('class', 'R0'), /“read” is missing: a tool of class R0.*only reads/],
    [
      'R2 that only reads',
      put('class', 'R2'),
      /“call” is missing.*“read” is for class R0 only/,
      'look-up-order',
    ],
    ['a write that is a GET', put('call.send.method', 'GET'), /call\.send\.method”: must be "POST" or/],
    ['no read-back', drop('call.readBack'), /call\.readBack”: is missing/],
    ['a read-back that proves nothing', put('call.readBack.is', {}), /say under “is” what must stand there/],
    ['a read-back of both kinds', put('call.readBack.gone', true), /either “is” or “gone”/],
    [
      'http far away',
      put('call.send.url', 'http://shop.example.com/x/{record.id}'),
      /http:\/\/ is for servers on this machine/,
    ],
    ['another scheme', put('call.send.url', 'ftp://shop.example.com/'), /must begin with https/],
    ['no whole address', put('call.send.url', '/api/orders'), /must be a whole address/],
    [
      'a blank in the host',
      put('call.send.url', 'https://{input.order}.example.com/x'),
      /no blank may stand in it/,
    ],
    [
      'a host with a star',
      put('call.send.url', 'https://*.example.com/x'),
      /has no host that can be reached/,
    ],
    [
      'a password in the address',
      put('call.send.url', 'https://a:b@shop.example.com/x'),
      /leave user name and password out/,
    ],
    [
      'an address that climbs',
      put('call.send.url', 'https://shop.example.com/a/%2e%2e/b'),
      /“\.” or “\.\.” as a part/,
    ],
    ['a # in the address', put('call.send.url', 'https://shop.example.com/a#b'), /from the # on/],
    ['two servers', put('call.readBack.url', 'https://other.example.com/x'), /One tool speaks to one server/],
    [
      'an input that names a target',
      (f) => {
        f.input.properties.ticket_id = { type: 'string', maxLength: 9 };
        f.input.required.push('ticket_id');
      },
      /ticket_id”: names a target/,
    ],
    [
      'an address of a person as input',
      (f) => {
        f.input.properties.customerEmail = { type: 'string', maxLength: 9 };
        f.input.required.push('customerEmail');
      },
      /customerEmail”: names a target/,
    ],
    [
      'an input that may be left out',
      (f) => void f.input.required.pop(),
      /every input is required; add reason/,
    ],
    ['a required input that is none', (f) => void f.input.required.push('color'), /there is no input color/],
    ['further inputs', put('input.additionalProperties', true), /additionalProperties”: must be false/],
    ['text without an end', drop('input.properties.order.maxLength'), /order”: maxLength is missing/],
    ['a pattern', put('input.properties.order.pattern', '(a+)+$'), /there is no entry “pattern”/],
    [
      'an input of another type',
      put('input.properties.order', { type: 'array' }),
      /its type must be "string"/,
    ],
    [
      'a number with a fraction',
      put('input.properties.amount.minimum', 0.5),
      /amount”: minimum must be a whole number/,
    ],
    ['a range upside down', put('input.properties.amount.maximum', 0), /minimum is more than maximum/],
    [
      'a blank that is no input',
      put('call.send.body.x', '{input.size}'),
      /\{input\.size\} is no input of this tool/,
    ],
    ['a blank that is not known', put('call.send.body.x', '{cookie}'), /\{cookie\} is not known/],
    ['the key in a body', put('call.send.body.x', '{secret}'), /\{secret\} can stand in “auth.value” only/],
    [
      'a name before it is made',
      put('call.send.body.x', '{made}'),
      /\{made\} is not known before something was made/,
    ],
    ['before without a before', drop('call.before'), /needs a “before” that is asked first/],
    ['a loose brace', put('call.send.body.x', 'a { b'), /a \{ or \} that is no blank/],
    ['a title with the page’s words', put('title', 'For {requester.email}'), /cannot stand here/],
    ['a key without its place', put('auth.value', 'Bearer'), /must hold \{secret\} once/],
    ['a header of the browser', put('auth.header', 'Cookie'), /Cookie is no header that may be set here/],
    [
      'a header that splits',
      put('call.send.headers', { 'X-A\r\nX-B': '1' }),
      /no header that may be set here/,
    ],
    [
      'the header of the key twice',
      put('call.send.headers', { authorization: 'x' }),
      /is the header of the key/,
    ],
    [
      'money that can be taken back',
      (f) => {
        f.class = 'R2';
        delete f.irreversible;
        f.undo = { words: 'x', ...f.call };
      },
      /what moves money is R3 or R4/,
    ],
    ['money without an amount', put('money.input', 'order'), /there is no input “order” of type integer/],
    ['no ceiling', drop('money.perTicket'), /money\.perTicket”: is missing/],
    ['ceilings upside down', put('money.perTicket', 100), /perCall is more than perTicket/],
    ['money for anybody', put('call.before.require', []), /Money must be tied to the ticket/],
    [
      'a form that is a list',
      (f) => {
        f.call.send.encoding = 'form';
        f.call.send.body = ['a'];
      },
      /a form is an object/,
    ],
    ['yes that is a no', put('call.send.ok', [404]), /ok\.0”: must be 299 or less/],
  ])('%s', (_, bend, expected, of) => {
    const said = words(bend, of);
    expect(said).toMatch(expected);
    expect(said).not.toMatch(/\b(undefined|null|Error|Zod|invalid_)\b/);
  });

  it('several problems are told at once, and not without end', () => {
    const said = words((f) => {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'g', 'h', 'i']) f.call.send.body[name] = `{${name}}`;
    });
    expect(said).toMatch(/\{a\} is not known.*And 2 more\./);
  });
});

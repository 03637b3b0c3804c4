import { isBound, serverOf } from './address';
import type { CustomTool } from './format';
import { type Place, placesIn } from './places';
import { blanksIn, hasLooseBrace } from './template';

/** Names that mean a target: a model must not choose one. */
const TARGET =
  /(^|_)(id|ids|url|uri|link|host|path|email|mail|address|recipient|recipients|requester|ticket|record|account|selector|target|cc|bcc)$/i;

const HEADER = /^[A-Za-z][A-Za-z0-9-]{0,59}$/;

/** Headers that the browser or this extension sets, and nobody else. */
const OWN_HEADERS =
  /^(accept-encoding|connection|content-length|content-type|cookie2?|host|if-match|origin|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade|via)$/i;

/**
 * What shapes alone cannot say about a tool, in words for the admin; empty when all is well. Pure.
 * @param taken names of the tools that are built in
 */
export function problemsOf(tool: CustomTool, taken: readonly string[]): string[] {
  return [
    ...nameProblems(tool, taken),
    ...classProblems(tool),
    ...inputProblems(tool),
    ...moneyProblems(tool),
    ...headerProblems(tool),
    ...serverProblems(tool),
    ...blankProblems(tool),
  ];
}

function nameProblems({ name }: CustomTool, taken: readonly string[]): string[] {
  if (taken.includes(name)) return [`“name”: ${name} is the name of a built-in tool. Choose another one.`];
  return name.startsWith('undo_')
    ? ['“name”: must not begin with undo_; that is for what takes a tool back.']
    : [];
}

function classProblems(tool: CustomTool): string[] {
  const { class: effect, read, call, undo, irreversible } = tool;
  const out: string[] = [];
  if (effect === 'R0') {
    if (!read) out.push('“read” is missing: a tool of class R0 reads and says what it shows.');
    if (call || undo || irreversible || tool.money)
      out.push('A tool of class R0 only reads: leave out “call”, “undo”, “irreversible” and “money”.');
    return out;
  }
  if (!call)
    out.push(`“call” is missing: a tool of class ${effect} says what it sends and how it is read back.`);
  if (read) out.push('“read” is for class R0 only.');
  if (effect === 'R4') {
    if (!irreversible) out.push('“irreversible” is missing: say why this cannot be taken back.');
    if (undo) out.push('“undo” is for classes R1 to R3. What can be taken back is not R4.');
  } else {
    if (!undo) out.push(`“undo” is missing: a tool of class ${effect} says how it is taken back.`);
    if (irreversible) out.push('“irreversible” is for class R4 only.');
  }
  return [...out, ...proofProblems(tool)];
}

function proofProblems({ call, undo }: CustomTool): string[] {
  return [
    { at: 'call', one: call },
    { at: 'undo', one: undo },
  ].flatMap(({ at, one }) => {
    if (!one) return [];
    const { readBack } = one;
    const says = Object.keys(readBack.is ?? {}).length > 0;
    if (!says && !readBack.gone)
      return [`“${at}.readBack”: say under “is” what must stand there, or “gone”.`];
    return says && readBack.gone ? [`“${at}.readBack”: either “is” or “gone”, not both.`] : [];
  });
}

function inputProblems({ input }: CustomTool): string[] {
  const names = Object.keys(input.properties);
  const out: string[] = [];
  for (const name of names) {
    if (!/^[a-z][a-zA-Z0-9_]{0,39}$/.test(name))
      out.push(`“input.properties”: “${name}” is no name; use letters, digits and _.`);
    else if (TARGET.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')))
      out.push(
        `“input.properties.${name}”: names a target, and a model must not choose one. Use {record.id}, {requester.email} or {field.…} instead.`,
      );
    const property = input.properties[name];
    if (property?.type === 'integer' && property.minimum > property.maximum)
      out.push(`“input.properties.${name}”: minimum is more than maximum.`);
    if (property && 'maxLength' in property && (property.minLength ?? 0) > property.maxLength)
      out.push(`“input.properties.${name}”: minLength is more than maxLength.`);
  }
  if (names.length > 12) out.push('“input.properties”: at most 12 inputs.');
  const missing = names.filter((name) => !input.required.includes(name));
  const unknown = input.required.filter((name) => !names.includes(name));
  if (missing.length > 0) out.push(`“input.required”: every input is required; add ${missing.join(', ')}.`);
  if (unknown.length > 0) out.push(`“input.required”: there is no input ${unknown.join(', ')}.`);
  return out;
}

function moneyProblems(tool: CustomTool): string[] {
  const { money, input, call } = tool;
  if (!money) return [];
  const out: string[] = [];
  if (tool.class !== 'R3' && tool.class !== 'R4') out.push('“class”: what moves money is R3 or R4.');
  const amount = input.properties[money.input];
  if (amount?.type !== 'integer')
    out.push(`“money.input”: there is no input “${money.input}” of type integer.`);
  else if (amount.minimum < 1) out.push(`“input.properties.${money.input}”: minimum must be 1 or more.`);
  if (money.perCall > money.perTicket) out.push('“money”: perCall is more than perTicket.');
  const tied = [call?.send.url ?? '', ...(call?.before?.require ?? []).flatMap((r) => r.is ?? [])];
  if (call && !tied.some(isBound))
    out.push(
      'Money must be tied to the ticket: compare something with {requester.email}, {record.id} or a {field.…} under “call.before.require”, or use it in “call.send.url”.',
    );
  return out;
}

function headerProblems({ auth, call, undo, read }: CustomTool): string[] {
  const out: string[] = [];
  const check = (at: string, name: string): void => {
    if (!HEADER.test(name) || OWN_HEADERS.test(name))
      out.push(`“${at}”: ${name} is no header that may be set here.`);
    else if (auth && name.toLowerCase() === auth.header.toLowerCase() && at !== 'auth.header')
      out.push(`“${at}”: ${name} is the header of the key.`);
  };
  if (auth) {
    check('auth.header', auth.header);
    if (auth.value.split('{secret}').length !== 2 || hasLooseBrace(auth.value.replace('{secret}', '')))
      out.push('“auth.value”: must hold {secret} once and no other blank, as in “Bearer {secret}”.');
    if (/[^\x20-\x7e]/.test(auth.value)) out.push('“auth.value”: only plain letters, digits and signs.');
  }
  for (const [at, send] of [
    ['call.send', call?.send],
    ['undo.send', undo?.send],
  ] as const) {
    for (const name of Object.keys(send?.headers ?? {})) check(`${at}.headers`, name);
    if (send?.idempotencyHeader) check(`${at}.idempotencyHeader`, send.idempotencyHeader);
    if (
      send?.encoding === 'form' &&
      (typeof send.body !== 'object' || send.body === null || Array.isArray(send.body))
    )
      out.push(`“${at}.body”: a form is an object of names and values.`);
  }
  for (const name of Object.keys(read?.headers ?? {})) check('read.headers', name);
  return out;
}

function serverProblems(tool: CustomTool): string[] {
  const servers = new Set<string>();
  const out: string[] = [];
  for (const { at, text, kind } of placesIn(tool)) {
    if (kind !== 'url') continue;
    const server = serverOf(text);
    if ('problem' in server) out.push(`“${at}”: ${server.problem}.`);
    else servers.add(server.origin);
  }
  if (servers.size > 1)
    out.push(`One tool speaks to one server; these are several: ${[...servers].join(', ')}.`);
  return out;
}

function blankProblems(tool: CustomTool): string[] {
  return placesIn(tool).flatMap((place) => {
    if (hasLooseBrace(place.text)) return [`“${place.at}”: a { or } that is no blank.`];
    return blanksIn(place.text).flatMap((name) => {
      const why = blankProblem(name, tool, place);
      return why === null ? [] : [`“${place.at}”: {${name}} ${why}.`];
    });
  });
}

function blankProblem(name: string, { input, money, call }: CustomTool, place: Place): string | null {
  const [root = '', ...rest] = name.split('.');
  const path = rest.join('.');
  if (place.kind === 'title' && root !== 'input' && root !== 'money')
    return 'cannot stand here; a title may use {input.…} and {money.…}';
  switch (root) {
    case 'input':
      return Object.hasOwn(input.properties, path) ? null : 'is no input of this tool';
    case 'record':
      return ['id', 'host', 'subject'].includes(path)
        ? null
        : 'is not known; there are record.id, record.host, record.subject';
    case 'requester':
      return ['email', 'name'].includes(path)
        ? null
        : 'is not known; there are requester.email, requester.name';
    case 'account':
    case 'key':
    case 'marker':
      return path === '' ? null : 'is not known';
    case 'field':
      return path === '' ? 'needs the label of a field, as in {field.Order number}' : null;
    case 'money':
      if (!money) return 'needs “money”';
      return ['decimal', 'currency'].includes(path)
        ? null
        : 'is not known; there are money.decimal, money.currency';
    case 'before':
      if (path === '') return 'needs a path, as in {before.status}';
      return place.hasBefore ? null : 'needs a “before” that is asked first';
    case 'made':
      if (!place.afterSend) return 'is not known before something was made';
      return path === '' && (call?.send.id || call?.find) ? null : 'needs “call.send.id” or “call.find”';
    case 'secret':
      return 'can stand in “auth.value” only';
    default:
      return 'is not known';
  }
}

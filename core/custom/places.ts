import type { Body, Call, CustomTool } from './format';

/** One template of a tool: where it stands, and what is known when it is filled. */
export interface Place {
  at: string;
  text: string;
  kind: 'url' | 'title' | 'text';
  hasBefore: boolean;
  /** What was made has a name by then. */
  afterSend: boolean;
}

/** Every template of a tool. */
export function placesIn({ title, read, call, undo }: CustomTool): Place[] {
  const plain = { hasBefore: false, afterSend: false };
  return [
    { at: 'title', text: title, kind: 'title', ...plain },
    ...(read
      ? [
          { at: 'read.url', text: read.url, kind: 'url' as const, ...plain },
          ...Object.entries(read.headers ?? {}).map(
            ([name, text]): Place => ({ at: `read.headers.${name}`, text, kind: 'text', ...plain }),
          ),
        ]
      : []),
    ...(call ? placesOf('call', call, false) : []),
    ...(undo ? placesOf('undo', undo, true) : []),
  ];
}

function placesOf(at: string, call: Call, isUndo: boolean): Place[] {
  const { before, find, send, readBack, changes } = call;
  const early = { hasBefore: false, afterSend: isUndo };
  const known = { hasBefore: before !== undefined, afterSend: isUndo };
  const late = { ...known, afterSend: true };
  const text = (
    where: string,
    value: string | undefined,
    when: typeof early,
    kind: Place['kind'] = 'text',
  ): Place[] => (value === undefined ? [] : [{ at: `${at}.${where}`, text: value, kind, ...when }]);
  return [
    ...text('before.url', before?.url, early, 'url'),
    ...(before?.require ?? []).flatMap((one, i) => [
      ...text(`before.require.${i}.is`, one.is, known),
      ...text(`before.require.${i}.isNot`, one.isNot, known),
    ]),
    ...text('find.url', find?.url, early, 'url'),
    ...text('find.where.is', find?.where.is, early),
    ...text('send.url', send.url, known, 'url'),
    ...Object.entries(send.headers ?? {}).flatMap(([name, value]) =>
      text(`send.headers.${name}`, value, known),
    ),
    ...textsIn(send.body ?? null).flatMap((value) => text('send.body', value, known)),
    ...text('readBack.url', readBack.url, late, 'url'),
    ...Object.entries(readBack.is ?? {}).flatMap(([path, value]) => text(`readBack.is.${path}`, value, late)),
    ...changes.flatMap((line, i) => [
      ...text(`changes.${i}.before`, line.before, known),
      ...text(`changes.${i}.after`, line.after, known),
    ]),
  ];
}

function textsIn(body: Body): string[] {
  if (typeof body === 'string') return [body];
  if (Array.isArray(body)) return body.flatMap(textsIn);
  return body !== null && typeof body === 'object' ? Object.values(body).flatMap(textsIn) : [];
}

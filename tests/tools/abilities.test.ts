import { describe, expect, it } from 'vitest';
import type { ApiDescriptor, RequestDescriptor, SiteDescriptor, WriteOperation } from '../../core/site';
import { isEffect } from '../../core/tool';
import { abilitiesOf } from '../../tools/parts/abilities';
import { findTool, TOOLS } from '../../tools/registry';
import { PROTOTYPE_NAMES, ticket } from './support';

/** A site whose session can write the operations of the list. */
function siteWith(operations: WriteOperation[], raises?: SiteDescriptor['raises']): SiteDescriptor {
  const request: RequestDescriptor = { method: 'GET', path: '/', ok: [200] };
  const session: ApiDescriptor = {
    account: { request, path: '' },
    record: { request, map: { id: '', subject: '', requesterName: '', requesterEmail: '', fields: [] } },
    messages: {
      request,
      map: { list: '', key: '', author: '', at: '', role: { path: '' }, order: 'oldest-first' },
    },
    write: Object.fromEntries(operations.map((name) => [name, request])),
  };
  return {
    id: 'fake',
    name: 'Fake',
    confidence: 'seen-live',
    detect: { selectors: [] },
    pages: [],
    api: { session },
    raises,
  };
}

const here = {
  site: null,
  seen: ticket(),
  sessionAllowed: false,
  canSend: { public: false, internal: false },
};
const all: WriteOperation[] = [
  'status',
  'priority',
  'assignee',
  'add-tag',
  'remove-tag',
  'field',
  'contact',
  'note',
  'reply',
  'remove-note',
  'snooze',
];
const channels = (given: Partial<Parameters<typeof abilitiesOf>[0]>) =>
  Object.fromEntries(abilitiesOf({ ...here, ...given }).map((a) => [a.tool, a.channel]));
const classOf = (tool: string, given: Partial<Parameters<typeof abilitiesOf>[0]>) =>
  abilitiesOf({ ...here, ...given }).find((a) => a.tool === tool)?.class;

const FIELDS = {
  set_status: 'page',
  set_priority: 'page',
  assign: 'page',
  add_tag: 'page',
  remove_tag: 'page',
  set_field: 'page',
  snooze: 'page',
  update_contact: 'page',
};
const BOX = { insert_draft: 'page', restore_draft: 'page' };

describe('what can be done here', () => {
  it('on a page alone: fields that can be written, and the reply box', () => {
    expect(channels({})).toEqual({ ...BOX, ...FIELDS });
  });

  it('messages only where the page’s own send buttons are known', () => {
    expect(channels({ canSend: { public: true, internal: true } })).toMatchObject({
      send_reply: 'page',
      add_note: 'page',
    });
    expect(channels({ canSend: { public: false, internal: true } })).not.toHaveProperty('send_reply');
  });

  it('over the session only where the person allowed it', () => {
    const site = siteWith(all);
    const session = Object.fromEntries(Object.keys(FIELDS).map((tool) => [tool, 'session']));
    const messages = { send_reply: 'session', add_note: 'session', remove_note: 'session' };
    expect(channels({ site, sessionAllowed: true })).toEqual({ ...BOX, ...session, ...messages });
    expect(channels({ site, sessionAllowed: false })).toEqual({ ...BOX, ...FIELDS });
  });

  it('an entry only where what takes it away again is there too, over the same channel', () => {
    const both = { create_task: 'page', remove_task: 'page' };
    expect(channels({ onPage: ['task', 'remove-task'] })).toMatchObject(both);
    expect(channels({ onPage: ['task'] })).not.toHaveProperty('create_task');
    const site = siteWith(['task', 'remove-task', 'call']);
    const over = channels({ site, sessionAllowed: true, onPage: ['call', 'remove-call'] });
    expect(over).toMatchObject({ create_task: 'session', log_call: 'page', remove_call: 'page' });
  });

  it('nothing in a record whose fields are only shown', () => {
    const fields = ticket().fields.map((f) => ({ ...f, writable: false }));
    const closed = { ...ticket().composer, present: false, openable: false };
    expect(channels({ seen: ticket({ fields, composer: closed }) })).toEqual({});
    const openable = { ...closed, openable: true };
    expect(channels({ seen: ticket({ fields, composer: openable }) })).toEqual({ insert_draft: 'page' });
  });

  it('a field of the ticket is none of the contact, and status is no custom field', () => {
    const only = (name: string) => ticket({ fields: ticket().fields.filter((f) => f.label === name) });
    expect(Object.keys(channels({ seen: only('Phone') }))).toEqual([...Object.keys(BOX), 'update_contact']);
    expect(Object.keys(channels({ seen: only('Status') }))).toEqual([...Object.keys(BOX), 'set_status']);
  });
});

describe('how hard it is to take back', () => {
  const note = { canSend: { public: false, internal: true } };
  it('a note that cannot be removed is R3, one that can is R2', () => {
    expect(classOf('add_note', note)).toBe('R3');
    expect(classOf('add_note', { site: siteWith(['note']), sessionAllowed: true })).toBe('R3');
    expect(classOf('add_note', { site: siteWith(['note', 'remove-note']), sessionAllowed: true })).toBe('R2');
  });

  it('a site may raise a class and never lower it', () => {
    expect(classOf('set_status', { site: siteWith([], { set_status: 'R3' }) })).toBe('R3');
    expect(classOf('set_status', { site: siteWith([], { set_status: 'R0' }) })).toBe('R2');
    const reply = { site: siteWith(['reply'], { send_reply: 'R1' }), sessionAllowed: true };
    expect(classOf('send_reply', reply)).toBe('R4');
  });
});

describe('the registry', () => {
  it('holds every tool once, by its name', () => {
    const names = TOOLS.map((tool) => tool.name);
    expect(new Set(names).size).toBe(names.length);
    for (const tool of TOOLS) expect(findTool(tool.name)).toBe(tool);
  });

  it('knows no tool by a name that every object answers to', () => {
    for (const name of [...PROTOTYPE_NAMES, 'ADD_TAG', 'add-tag', '']) expect(findTool(name)).toBeUndefined();
  });

  it('offers no effect in Suggest, the draft alone in Draft, and undo’s own tools nowhere', () => {
    const offered = (mode: 'Suggest' | 'Draft' | 'Review') =>
      TOOLS.filter((tool) => isEffect(tool) && tool.offeredIn.includes(mode)).map((tool) => tool.name);
    expect(offered('Suggest')).toEqual([]);
    expect(offered('Draft')).toEqual(['insert_draft']);
    expect(offered('Review').sort()).toEqual(
      ['insert_draft', 'send_reply', 'add_note', 'create_task', 'log_call', ...Object.keys(FIELDS)].sort(),
    );
  });

  it('has no input that names a target', () => {
    const targets = /^(id|ticket|record|url|path|selector|address|host|recipients?|to|cc|bcc)/i;
    for (const tool of TOOLS.filter((t) => t.offeredIn.length > 0)) {
      const keys = Object.keys((tool.input as unknown as { def: { shape: object } }).def.shape);
      expect(
        keys.filter((key) => targets.test(key)),
        tool.name,
      ).toEqual([]);
    }
  });
});

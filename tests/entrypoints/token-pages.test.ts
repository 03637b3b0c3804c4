import { expect, it } from 'vitest';
import type { Pages } from '../../agent/deps';
import type { ToPage } from '../../bridge/messages';
import { ok } from '../../core/result';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { pagesWithTokens } from '../../entrypoints/shared/token-pages';
import type { SettingsRead } from '../../storage/settings';
import type { Store } from '../../storage/store';
import { ticket } from '../tools/support';

const PAGE = { tabId: 1, documentId: 'doc' };
const settingsWith = (token: boolean): SettingsRead => ({
  settings: { ...DEFAULT_SETTINGS, sites: [{ host: 'desk.example', session: false, token }] },
  words: null,
});

/** A panel whose Settings say whether a token was given; `read` counts how often they were read. */
function panel(token: boolean) {
  const asked: ToPage['type'][] = [];
  const heard: ((read: SettingsRead) => void)[] = [];
  const live = () => ({
    subscribe: (next: (read: SettingsRead) => void) => {
      heard.push(next);
      next(settingsWith(token));
      return { unsubscribe: () => undefined };
    },
  });
  const secrets = { get: async () => null };
  const store = { settings: { live }, secrets } as unknown as Store;
  const page: Pages = {
    attach: async () => ok(PAGE),
    watch: () => () => undefined,
    ask: async (_page, message) => {
      asked.push(message.type);
      return ok({ type: 'seen', seen: ticket(), sessionPossible: false });
    },
  };
  return { pages: pagesWithTokens(page, async () => store), asked, heard };
}

const look = (channel: 'page' | 'token'): ToPage => ({
  type: 'look',
  channel,
  record: null,
  sessionAllowed: false,
});

it('follows Settings once, whatever is asked after that', async () => {
  const { pages, asked, heard } = panel(false);
  for (let i = 0; i < 3; i += 1) await pages.ask(PAGE, look('page'));
  expect(heard).toHaveLength(1);
  expect(asked).toEqual(['look', 'look', 'look']);
});

it('does nothing by the page for what was signed for a token that is not there any more', async () => {
  const { pages, asked } = panel(false);
  const answer = await pages.ask(PAGE, {
    type: 'act',
    key: 'a1',
    tool: 'add_tag',
    input: '{"tag":"vip"}',
    binding: {
      record: ticket().record,
      account: '',
      requester: '',
      conversation: null,
      values: [],
      composer: null,
      channel: 'token',
      documentId: 'doc',
    },
    channel: 'token',
    record: ticket().record,
    sessionAllowed: false,
  });
  expect(answer).toMatchObject({
    value: { outcome: { status: 'failed', refusal: { code: 'no-permission' } } },
  });
  expect(asked).not.toContain('act');
});

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../core/observation';
import { bundle, Isolated, openBrowser } from '../page/read/isolated';

interface Graded {
  id: string;
  url: string;
  record: string;
  type?: 'contact';
  /** What changes in the fixture when its box is switched to an internal note. */
  internal?: [string, string][];
  internalUrl?: string;
  /** The one sign that a page has, and what it changes to. */
  lock?: [string, string];
}

/** What every site must hold on a page built as its data expects, and what it must not do when that page changes. */
export function gradedSite(site: Graded): void {
  const fixture = readFileSync(new URL(`fixtures/${site.id}/ticket.html`, import.meta.url), 'utf8');
  let browser: Browser;
  let page: Page;
  let script: string;

  async function look(
    change: (html: string) => string = (html) => html,
    url = site.url,
  ): Promise<{ site: string | null; seen: Observation }> {
    await page.unroute('**/*');
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: change(fixture) }),
    );
    await page.goto('about:blank');
    await page.goto(url);
    const room = await Isolated.in(page, script);
    const found = await room.run<{ site: string | null; seen: Observation }>('room.lookHere()');
    await room.close();
    return found;
  }
  const all = (pairs: [string, string][]) => (html: string) => {
    for (const [from] of pairs) if (!html.includes(from)) throw new Error(`the fixture has no ${from}`);
    return pairs.reduce((text, [from, to]) => text.replace(from, to), html);
  };

  describe(site.id, () => {
    beforeAll(async () => {
      browser = await openBrowser();
      page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
      script = await bundle(new URL('graded-entry.ts', import.meta.url).pathname);
    });
    afterAll(() => browser?.close());

    test('record, requester, and who wrote what', async () => {
      const { site: id, seen } = await look();
      expect(id).toBe(site.id);
      expect(seen.record).toMatchObject({ site: site.id, type: site.type ?? 'ticket', id: site.record });
      expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
      expect(seen.account).toMatch(/Maya Lindqvist|maya@saltmarsh\.example/);
      if (site.type === 'contact') return expect(seen.fields.length).toBeGreaterThan(0);
      expect(seen.subject).toBe('Torn sleeve');
      expect(seen.messages.map((m) => [m.role, m.text])).toEqual([
        ['customer', 'The sleeve is torn.'],
        ['note', 'Known batch.'],
        ['agent', 'Could you send a photo?'],
      ]);
    });

    test('a page whose number is another’s is no record, whatever else it shows', async () => {
      const other = `${site.record.slice(0, -1)}${site.record.endsWith('9') ? '8' : '9'}`;
      const { seen } = await look((html) => html.replaceAll(site.record, other));
      expect(seen.record.type).toBe('document');
      expect(seen.notes.join(' ')).toContain('not recognised');
    });

    test('where its own marks are gone nothing is guessed: parts are found by general signs and said so, or not at all', async () => {
      const renamed = (html: string) =>
        html.replace(
          /(<(?:div|article|li)[^>]*)(data-(?:test-?id|comment-id|thread-id|kind|feed-type|activity|conversation-type|channel|direction)|class)="/g,
          '$1data-x$2="',
        );
      const { seen } = await look(renamed);
      if (seen.record.type !== 'document') expect(seen.record.id).toBe(site.record);
      for (const m of seen.messages) {
        // a note may become unknown, never something that the customer could have read
        if (m.text.trim() === 'Known batch.') expect(['note', 'unknown']).toContain(m.role);
      }
    });

    const { internal, lock } = site;
    if (lock)
      test('with one sign alone nobody knows who reads what is in the box', async () => {
        expect((await look()).seen.composer).toMatchObject({ present: true, visibility: 'unknown' });
        expect((await look(all([lock]))).seen.composer.visibility).toBe('unknown');
      });
    if (!internal) return;

    test('the reply box is public or internal by two signs, and unknown when one speaks against the other', async () => {
      const open = (await look()).seen.composer;
      expect(open).toMatchObject({ present: true, visibility: 'public' });
      expect(open.text).toContain('Maya');
      expect((await look(all(internal), site.internalUrl)).seen.composer.visibility).toBe('internal');
      expect((await look(all(internal.slice(0, 1)))).seen.composer.visibility).toBe('unknown');
    });
  });
}

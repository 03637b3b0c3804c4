import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calls, type Gallery, openGallery } from './gallery/drive';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

const item = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Proposed actions' }).getByRole('listitem').filter({ hasText: text });

it('counts a person’s click and no other', () =>
  gallery.open('state=cards', async (page) => {
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button')) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }
      document.querySelector<HTMLElement>('[data-card]')?.focus();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    });
    expect(await calls(page)).toEqual([]);
    await item(page, 'Solved').getByRole('button', { name: 'Approve and run' }).click();
    await page.getByRole('button', { name: 'Approve all (3)' }).click();
    expect(await calls(page)).toEqual(['approve status', 'approveAll']);
  }));

it('gets ready when a person puts Insert down, and inserts when it comes up', () =>
  gallery.open('state=draft', async (page) => {
    const insert = page.getByRole('button', { name: 'Insert into reply' });
    await insert.dispatchEvent('pointerdown', { button: 0 });
    expect(await calls(page)).toEqual([]);
    await insert.hover();
    await page.mouse.down({ button: 'right' });
    await page.mouse.up({ button: 'right' });
    expect(await calls(page)).toEqual([]);
    await page.mouse.down();
    expect(await calls(page)).toEqual(['pressInsert']);
    await page.mouse.up();
    expect(await calls(page)).toEqual(['pressInsert', 'insertDraft']);
  }));

it('rests for 600 ms after a card has changed', () =>
  gallery.open('state=cards', async (page) => {
    const rested = await page.evaluate(async () => {
      const buttons = [
        ...document.querySelectorAll<HTMLButtonElement>('[data-card=status] button, .approve-all button'),
      ];
      window.patchCard('status', { armedAt: performance.now() + 600 });
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const allRest = buttons.length === 4 && buttons.every((button) => button.disabled);
      while (buttons.some((button) => button.disabled))
        await new Promise((resolve) => setTimeout(resolve, 10));
      return { allRest, ms: performance.now() - start };
    });
    expect(rested.allRest).toBe(true);
    expect(rested.ms).toBeGreaterThan(590);
    expect(rested.ms).toBeLessThan(2000);
  }));

it('does not take a shortcut past the rest', () =>
  gallery.open('state=cards', async (page) => {
    const approve = item(page, 'late-parcel').getByRole('button', { name: 'Approve and run' });
    await approve.focus();
    await page.evaluate(() => window.patchCard('tag', { armedAt: performance.now() + 60_000 }));
    await page.keyboard.press('Control+Enter');
    expect(await calls(page)).toEqual([]);
    // The focus stays with the card whose button has just been disabled.
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-card]')?.getAttribute('data-card')),
    ).toBe('tag');
    await page.evaluate(() => window.patchCard('tag', { armedAt: 0 }));
    await page.keyboard.press('Control+Enter');
    expect(await calls(page)).toEqual(['approve tag']);
  }));

it('goes to Undo last action with Ctrl+Z outside text boxes only, and stops with Esc', () =>
  gallery.open('state=activity', async (page) => {
    const undo = page.getByRole('button', { name: 'Undo last action' });
    const focused = () => undo.evaluate((element) => element === document.activeElement);
    await page.getByRole('textbox', { name: 'Draft' }).focus();
    await page.keyboard.press('Control+z');
    expect(await focused()).toBe(false);
    await page.getByRole('radio', { name: 'Draft' }).focus();
    await page.keyboard.press('Control+z');
    expect(await focused()).toBe(true);
    await page.waitForTimeout(650);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.patch({ run: { status: 'running', words: 'Writing the draft…' } }));
    await page.keyboard.press('Escape');
    expect(await calls(page)).toEqual(['undo a4', 'stop']);
  }));

it('edits without approving, shows the edit as the person’s, and cancels with Esc', () =>
  gallery.open('state=cards', async (page) => {
    const card = item(page, 'Solved');
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByRole('combobox', { name: 'New value' }).selectOption('Pending');
    await page.keyboard.press('Control+Enter');
    await card.getByText('Edited by you').waitFor();
    const replyCard = item(page, 'Reply to Ana');
    await replyCard.getByRole('button', { name: 'Edit' }).click();
    await replyCard.getByRole('textbox', { name: 'Text to post' }).fill('something else');
    await page.keyboard.press('Escape');
    await replyCard.getByRole('button', { name: 'Approve and run' }).waitFor();
    expect(await calls(page)).toEqual(['edit status Pending']);
  }));

it('rejects with one click, with a reason if there is one, and lets the person keep the card', () =>
  gallery.open('state=cards', async (page) => {
    await item(page, 'Solved').getByRole('button', { name: 'Reject' }).click();
    await item(page, 'Solved').getByRole('button', { name: 'Keep it' }).click();
    await item(page, 'Solved').getByRole('button', { name: 'Reject' }).click();
    await item(page, 'Solved').getByRole('button', { name: 'Wrong value' }).click();
    await item(page, 'late-parcel').getByRole('button', { name: 'Reject' }).click();
    await item(page, 'late-parcel').getByRole('textbox', { name: 'Reason' }).fill('no such tag here');
    await page.keyboard.press('Control+Enter');
    await item(page, 'Reply to Ana').getByRole('button', { name: 'Reject' }).click();
    await page.waitForFunction(() => window.calls.length === 3, null, { timeout: 6000 });
    expect(await calls(page)).toEqual([
      'reject status Wrong value',
      'reject tag no such tag here',
      'reject reply',
    ]);
  }));

it('signs nothing along with the rest that is being edited or rejected', () =>
  gallery.open('state=cards', async (page) => {
    const all = page.getByRole('button', { name: /^Approve all/ });
    await item(page, 'late-parcel').getByRole('button', { name: 'Edit' }).click();
    await item(page, 'late-parcel').getByRole('textbox', { name: 'New value' }).fill('parcel-late');
    expect(await all.isDisabled()).toBe(true);
    await page.locator('[data-card=tag]').focus();
    await page.keyboard.press('Control+Enter');
    await item(page, 'late-parcel').getByRole('button', { name: 'Cancel' }).click();
    expect(await all.isDisabled()).toBe(false);
    await item(page, 'late-parcel').getByRole('button', { name: 'Reject' }).click();
    expect(await all.isDisabled()).toBe(true);
    await item(page, 'late-parcel').getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Approve all (2)' }).click();
    expect(await calls(page)).toEqual(['reject tag', 'approveAll']);
  }));

it('passes a rejection on at once when the person goes elsewhere', () =>
  gallery.open('state=cards', async (page) => {
    await item(page, 'Solved').getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('button', { name: 'Export log' }).focus();
    expect(await calls(page)).toEqual(['reject status']);
  }));

it('names the careful click, leaves it out of Approve all, and shows what cannot be seen', async () => {
  await gallery.open('state=confirm', async (page) => {
    await page.getByRole('button', { name: 'Approve all (2)' }).waitFor();
    await item(page, 'Reply').getByRole('button', { name: 'Confirm: send to 2 recipients' }).click();
    expect(await calls(page)).toEqual(['approve new']);
    await item(page, 'Reply').getByText('unusual letters').waitFor();
  });
  await gallery.open('state=long', async (page) => {
    for (const words of ['⟨U+202E⟩', '⟨U+200B⟩', '⟨13 blank lines⟩', '⟨U+E0041⟩', '⟨U+0301 ×40⟩'])
      await item(page, 'internal note').locator('mark', { hasText: words }).waitFor();
  });
});

it('counts a held send down for the eye and says it twice for the ear', () =>
  gallery.open('state=held', async (page) => {
    const eye = page.locator('.countdown');
    const first = await eye.textContent();
    const ear = page.locator('.held [aria-live]');
    expect(await ear.textContent()).toMatch(/Sent in \d+ seconds. You can cancel/);
    await page.waitForFunction((was) => document.querySelector('.countdown')?.textContent !== was, first);
    const spoken = new Set<string>();
    for (let i = 0; i < 30; i++) {
      spoken.add((await ear.textContent()) ?? '');
      await page.waitForTimeout(200);
    }
    expect(spoken.size).toBeLessThanOrEqual(2);
  }));

it('downloads the log under its name', () =>
  gallery.open('state=activity', async (page) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export log' }).click();
    expect((await coming).suggestedFilename()).toBe('countersign-log.jsonl');
    await page.getByText('Log saved.').waitFor();
  }));

it('has the newest 30 receipts at hand and the others where one scrolls to, the newest first', () =>
  gallery.open('state=many', async (page) => {
    const items = page.getByRole('list', { name: 'Activity' }).getByRole('listitem');
    await items.first().getByText('t44').waitFor();
    expect(await items.count()).toBe(30);
    expect(await items.last().getAttribute('aria-setsize')).toBe('45');
    await page.mouse.move(180, 400);
    await page.mouse.wheel(0, 20_000);
    await items.getByText('“t0”').waitFor();
    expect(await items.last().getAttribute('aria-posinset')).toBe('45');
  }));

it('finds a receipt by its words, and says how many', () =>
  gallery.open('state=many', async (page) => {
    const search = page.getByRole('searchbox', { name: 'Search activity' });
    await search.fill('T17 1042');
    await page.getByText('1 found.').waitFor();
    const items = page.getByRole('list', { name: 'Activity' }).getByRole('listitem');
    expect(await items.count()).toBe(1);
    await search.press('Escape');
    expect(await search.inputValue()).toBe('');
    await items.nth(29).waitFor();
  }));

it('lets a person choose which value shall stand, and says so on the button', () =>
  gallery.open('state=conflict', async (page) => {
    const card = item(page, 'Set the status');
    for (const value of ['Open', 'Pending', 'Solved']) await card.getByText(value, { exact: true }).waitFor();
    await card.getByRole('radio', { name: 'Now Solved' }).check();
    await card.getByRole('button', { name: 'Leave it as it is' }).click();
    expect(await calls(page)).toEqual(['choose status status now', 'approve status']);
  }));

it('folds a long text and shows all of it on request', () =>
  gallery.open('state=long-activity', async (page) => {
    const receipt = page.getByRole('listitem').filter({ hasText: 'Add an internal note' });
    const height = async (): Promise<number> => (await receipt.boundingBox())?.height ?? 0;
    const folded = await height();
    await receipt.getByRole('button', { name: 'Show all' }).click();
    await receipt.getByRole('button', { name: 'Show less' }).waitFor();
    expect(await height()).toBeGreaterThan(folded + 100);
  }));

import { afterAll, beforeAll, expect, it } from 'vitest';
import { calls, type Gallery, openGallery } from './gallery/drive';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

it('has the names of the contract and saves what was typed', () =>
  gallery.open('settings=new', async (page) => {
    const engines = page.getByRole('radiogroup', { name: 'Drafting engine', exact: true });
    await engines.getByRole('radio', { name: 'OpenAI-compatible server', exact: true }).check();
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect(await box('Server URL').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByText('Not saved. Look at the marked fields.').waitFor();

    await box('Server URL').fill('https://api.example.com/v1');
    await page.getByRole('textbox', { name: 'Input price (USD per million tokens)' }).fill('0.15');
    await box('Server URL').fill('http://127.0.0.1:11434/v1');
    expect(await page.getByRole('textbox', { name: /price/ }).count()).toBe(0);
    await box('API key').fill('sk-secret');
    expect(
      await box('API key').evaluate((field) =>
        getComputedStyle(field).getPropertyValue('-webkit-text-security'),
      ),
    ).toBe('disc');
    await box('Model').fill('writer');
    await box('Small model').fill('tiny');
    const number = (name: string) => page.getByRole('spinbutton', { name, exact: true });
    await number('Spending limit per task (USD)').fill('1.25');
    await number('Hold before sending (seconds)').fill('4');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Enter a whole number of seconds from 5 to 120.').waitFor();
    expect(await box('API key').inputValue()).toBe('sk-secret');
    await number('Hold before sending (seconds)').fill('20');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();

    const [, form, key] = (await calls(page)).at(-1)?.match(/^save (\{.*?\}) (\{.*\})$/) ?? [];
    expect(JSON.parse(form ?? '')).toEqual({
      engine: 'openai-compatible',
      serverUrl: 'http://127.0.0.1:11434/v1',
      model: 'writer',
      smallModel: 'tiny',
      priceIn: 150_000,
      priceOut: null,
      spendingLimitMicroUsd: 1_250_000,
      holdSeconds: 20,
    });
    expect(JSON.parse(key ?? '')).toEqual({ do: 'set', key: 'sk-secret' });
    // Once saved the key is gone from the page.
    expect(await box('API key').inputValue()).toBe('');
    expect(await page.content()).not.toContain('sk-secret');
  }));

it('tests the connection as the form stands and answers in words', () =>
  gallery.open('settings=server', async (page) => {
    await page.getByRole('button', { name: 'Test connection', exact: true }).click();
    await page.getByRole('status', { name: 'Connection' }).getByText('The server answered.').waitFor();
    await page.getByRole('textbox', { name: 'Server URL' }).fill('https://wrong.example/v1');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText('The model server does not answer.').waitFor();
  }));

it('imports knowledge files and says what came of it', () =>
  gallery.open('settings=new', async (page) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import knowledge', exact: true }).click();
    await (await chooser).setFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
    await page.getByText('3 macros imported.').waitFor();
    expect(await calls(page)).toEqual(['import shop.csv']);
  }));

it('gives and takes back sites, one by one', () =>
  gallery.open('settings=server', async (page) => {
    const sites = page.getByRole('region', { name: 'Sites', exact: true });
    await page.getByRole('region', { name: 'Policy', exact: true }).getByText('without your click').waitFor();
    await page.getByText('e2e build: loopback sites are granted in advance').waitFor();
    await sites.getByRole('textbox', { name: 'Add a site' }).fill('*.example.com');
    await sites.getByRole('button', { name: 'Add', exact: true }).click();
    await sites.getByText('A * is not possible').waitFor();
    await sites.getByRole('textbox', { name: 'Add a site' }).fill('https://help.kite.example/tickets');
    await page.keyboard.press('Enter');
    const row = sites.getByRole('listitem').filter({ hasText: 'help.kite.example' });
    await row.getByRole('checkbox', { name: 'Use this page’s session' }).check();
    await row.getByRole('button', { name: 'Revoke', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    expect(await calls(page)).toEqual([
      'grant help.kite.example',
      'session help.kite.example true',
      'revoke help.kite.example',
    ]);
  }));

it('keeps a token for one site, masked, and takes it away again', () =>
  gallery.open('settings=server', async (page) => {
    const line = page.getByRole('listitem').filter({ hasText: '127.0.0.1:4173' });
    await line.getByText('Use an API token').click();
    const box = page.getByRole('textbox', { name: 'API token for 127.0.0.1:4173', exact: true });
    await box.fill('secret-token');
    expect(
      await box.evaluate((field) => getComputedStyle(field).getPropertyValue('-webkit-text-security')),
    ).toBe('disc');
    await page.screenshot({ path: 'test-output/gallery/settings-token.png', fullPage: true });
    await page.getByRole('button', { name: 'Keep token for 127.0.0.1:4173', exact: true }).click();
    await line.getByText('API token is kept').waitFor();
    expect(await box.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Remove token for 127.0.0.1:4173', exact: true }).click();
    await line.getByText('Use an API token').waitFor();
    expect((await calls(page)).filter((call) => call.startsWith('token'))).toEqual([
      'token 127.0.0.1:4173 secret-token',
      'token 127.0.0.1:4173',
    ]);
  }));

import { PATIENCE_MS, until } from './see.mjs';

const MAIN_ACTION = { Suggest: 'Suggest', Draft: 'Draft reply', Review: 'Propose actions' };

/** The panel as a person meets it: everything is found by its role and its name. */
export function panelOf(page) {
  page.setDefaultTimeout(PATIENCE_MS);
  const button = (name, inside = page) => inside.getByRole('button', { name, exact: true });
  const items = (name) => page.getByRole('list', { name, exact: true }).locator(':scope > li');
  const status = page.getByRole('status', { name: 'Run status', exact: true });

  /** A button that rests is announced and does nothing: it is waited for like a disabled one. */
  async function press(target) {
    await until('A button that can be pressed', () => target.isEnabled().catch(() => false));
    await target.click();
  }

  return {
    page,
    button,
    press,
    status,
    record: page.getByRole('region', { name: 'Record', exact: true }),
    draft: page.getByRole('textbox', { name: 'Draft', exact: true }),
    cards: items('Proposed actions'),
    activity: items('Activity'),
    card: (words) => items('Proposed actions').filter({ hasText: words }).first(),
    receipt: (title) =>
      items('Activity')
        .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
        .first(),
    alertWords: async () => (await page.getByRole('alert').allInnerTexts()).join(' ').trim(),

    /** Chooses the mode, presses its main action and waits for the words with which the run ends. */
    async run(mode, ended) {
      const choice = page.getByRole('radio', { name: mode, exact: true });
      // The radio itself is drawn by its label.
      await choice.check({ force: true });
      await press(button(MAIN_ACTION[mode]));
      await until(
        `The run in ${mode} ends`,
        async () => ended.test((await status.textContent()) ?? ''),
        () => status.textContent(),
      );
    },
  };
}

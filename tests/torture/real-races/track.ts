import type { BrowserContext } from 'playwright';
import { launchWithExtension } from '../../../scripts/browser/launch.mjs';
import { fillServer, save } from '../../e2e/settings';
import { type Answer, createModelServer } from '../../model-server/server.mjs';

/** One browser with the extension, and one model for all that race in it. */
export interface Track {
  context: BrowserContext;
  extensionId: string;
  /** What the model says when it is asked in these words. */
  says(words: string, answer: Answer): void;
  /** One after the other: which tab is in front is asked for while a lane is opened. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param build folder of the extension as built for the tests */
export async function openTrack(build: string): Promise<Track> {
  const answers = new Map<string, Answer>();
  const model = await createModelServer({
    script: (body) => {
      const asked = /The agent asks: (race \w+ \d+)/.exec(JSON.stringify(body.messages.at(-1)));
      return answers.get(asked?.[1] ?? '') ?? { text: 'Nothing to propose.' };
    },
  });
  const browser = await launchWithExtension({ extensionDir: build, log: () => undefined });
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('radiogroup', { name: 'Drafting engine', exact: true }).waitFor();
  await fillServer(page, model.url);
  await save(page);
  await page.close();
  let last: Promise<unknown> = Promise.resolve();
  return {
    context,
    extensionId,
    says: (words, answer) => void answers.set(words, answer),
    alone: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await browser.close();
      await model.close();
    },
  };
}

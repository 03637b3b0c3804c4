// A script in a world of its own in a page, the way a content script runs, timed by the page's own clock.
import { build } from 'esbuild';

/** One script of a file's exports, under the name `room`, as small as the product ships it. */
export async function bundle(entry) {
  const out = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'room',
    target: 'chrome120',
    define: { __E2E__: 'false' },
  });
  return `${out.outputFiles[0].text};globalThis.room = room;0`;
}

/** @returns {Promise<(expression: string) => Promise<unknown>>} runs an expression in a fresh world of the page */
export async function isolatedWorld(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.enable');
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  return async (expression) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

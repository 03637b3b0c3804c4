/** How long a panel may take to open, and a button to appear. */
const PATIENCE_MS = 60_000;
const POLL_MS = 100;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until there is something; `words` makes the message for when there is not. */
async function until(words, look) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(words());
    await pause(POLL_MS);
  }
}

/** A session with a target that the driver itself does not see: messages go through the browser's own session. */
async function attach(browser, targetId) {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map();
  let count = 0;
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message);
    const answer = waiting.get(id);
    waiting.delete(id);
    if (error) answer?.reject(new Error(error.message));
    else answer?.resolve(result);
  });
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

const isPanel = (target) => target.type === 'page' && /\/sidepanel\.html$/.test(target.url);

/**
 * Opens the browser's real side panel with the keyboard command, as a person would, and drives it with trusted input.
 * A side panel is no tab: it shows among the targets of the debugging protocol only.
 */
export async function openSidePanel(display, context) {
  const connection = context.browser();
  if (connection === null) throw new Error('This browser gives no debugging session.');
  const browser = await connection.newBrowserCDPSession();
  const find = async () => (await browser.send('Target.getTargets')).targetInfos.find(isPanel);
  display.xdotool('key', 'ctrl+shift+y');
  const target = await until(() => 'The side panel does not open with Ctrl+Shift+Y.', find);
  const send = await attach(browser, target.targetId);

  async function evaluate(expression) {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  // The document may only just be loading.
  const text = () => evaluate("document.body?.innerText ?? ''");

  /** The node with this role and accessible name, or undefined. */
  async function node(role, accessibleName) {
    const { root } = await send('DOM.getDocument', { depth: 0 });
    const { nodes } = await send('Accessibility.queryAXTree', { nodeId: root.nodeId, role, accessibleName });
    return nodes.find((one) => !one.ignored)?.backendDOMNodeId;
  }

  /** Presses and releases the mouse in the middle of it: for the page a click like any other. */
  async function click(role, name) {
    const backendNodeId = await until(
      () => `There is no ${role} “${name}”.`,
      () => node(role, name),
    );
    await send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { quads } = await send('DOM.getContentQuads', { backendNodeId });
    const [x1, y1, , , x2, y2] = quads[0];
    const at = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, button: 'left', clickCount: 1 };
    await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 });
  }

  return {
    url: target.url,
    evaluate,
    text,
    click,
    /** Waits until the panel says so; throws with what it says instead. */
    says: async (words) => {
      let said = '';
      const look = async () => {
        said = await text();
        return said.includes(words);
      };
      await until(() => `The panel does not say “${words}”. It says:\n${said}`, look);
    },
    /** Waits until this node is there. */
    has: (role, name) =>
      until(
        () => `There is no ${role} “${name}”.`,
        () => node(role, name),
      ),
  };
}

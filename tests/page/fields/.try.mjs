// tests/page/fields/lab.ts
import { build as build2 } from "esbuild";

// tests/page/read/isolated.ts
import { build } from "esbuild";
import { chromium } from "playwright";
var ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];
function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: ARGS });
}
async function bundle(entry) {
  const out = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "room",
    target: "chrome120",
    define: { "process.env.NODE_ENV": '"production"' }
  });
  return out.outputFiles[0]?.text ?? "";
}
var Isolated = class _Isolated {
  constructor(cdp, contextId) {
    this.cdp = cdp;
    this.contextId = contextId;
  }
  cdp;
  contextId;
  /** @param script a bundle that puts its exports into `room` */
  static async in(page2, script2) {
    const cdp = await page2.context().newCDPSession(page2);
    await cdp.send("Page.enable");
    const { frameTree } = await cdp.send("Page.getFrameTree");
    const world = await cdp.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
      worldName: "content"
    });
    const isolated = new _Isolated(cdp, world.executionContextId);
    await isolated.run(`${script2};globalThis.room = room;0`);
    return isolated;
  }
  /** The value of an expression (promises are awaited), as JSON carries it. */
  async run(expression) {
    const answer = await this.cdp.send("Runtime.evaluate", {
      expression,
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true
    });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }
  close() {
    return this.cdp.detach();
  }
};

// tests/page/fields/lab.ts
async function openWidget(page2, name, extension, script2) {
  const out = await build2({
    entryPoints: [new URL(`pages/${name}.${extension}`, import.meta.url).pathname],
    bundle: true,
    write: false,
    outdir: "/widget",
    format: "esm",
    jsx: "automatic",
    loader: { ".css": "css" },
    define: { "process.env.NODE_ENV": '"production"' },
    tsconfigRaw: {},
    logLevel: "error"
  });
  const text = (end) => out.outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
  await page2.goto("about:blank");
  await page2.setContent(`<!doctype html><meta charset="utf-8"><style>${text(".css")}</style><div id="root"></div>`);
  await page2.addScriptTag({ content: text(".js"), type: "module" });
  await page2.waitForFunction(() => "state" in window);
  return Isolated.in(page2, script2);
}

// ../../tmp/rb/w.ts
var b = await openBrowser();
var page = await b.newPage();
page.on("pageerror", (e) => console.log("PAGEERR", e.message));
var script = await bundle("/work/main/tests/page/fields/entry.ts");
for (const [n, e] of [["native", "tsx"], ["react-select", "tsx"], ["radix-select", "tsx"], ["headless-listbox", "tsx"], ["mui-autocomplete", "tsx"], ["antd-select", "tsx"], ["choices", "ts"], ["tagify", "ts"], ["select2", "ts"], ["bootstrap-select", "ts"]]) {
  if (process.argv[2] && !process.argv[2].split(",").includes(n)) continue;
  try {
    await openWidget(page, n, e, script);
    console.log("==", n, await page.evaluate(() => window.state()));
    if (process.argv[3]) console.log((await page.evaluate(() => document.getElementById("root").innerHTML)).slice(0, 3500));
  } catch (err) {
    console.log("FAIL", n, String(err).slice(0, 1500));
  }
}
await b.close();

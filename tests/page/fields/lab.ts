import { build } from 'esbuild';
import type { Page } from 'playwright';
import { Isolated } from '../read/isolated';

/** Opens a page that is one real widget, made from its package; its own state is `state()`. */
export async function openWidget(
  page: Page,
  name: string,
  extension: 'ts' | 'tsx',
  script: string,
): Promise<Isolated> {
  const out = await build({
    entryPoints: [new URL(`pages/${name}.${extension}`, import.meta.url).pathname],
    bundle: true,
    write: false,
    outdir: '/widget',
    format: 'esm',
    jsx: 'automatic',
    loader: { '.css': 'css' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    tsconfigRaw: {},
    logLevel: 'error',
  });
  const text = (end: string): string => out.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  await page.goto('about:blank');
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${text('.css')}</style><div id="root"></div>`,
  );
  await page.addScriptTag({ content: text('.js'), type: 'module' });
  await page.waitForFunction(() => 'state' in window);
  return Isolated.in(page, script);
}

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = new URL('.', import.meta.url).pathname;
const ROOT = new URL('../../../', import.meta.url).pathname;

/** The extension's own policy, so that an inline style or script shows up as an error here too. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const OPTIONS = {
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  target: 'chrome120',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
} as const;

const bundle = async (entry: string): Promise<string> => {
  const result = await build({ ...OPTIONS, entryPoints: [entry] });
  return result.outputFiles[0]?.text ?? '';
};

/** Bytes of JavaScript, gzipped, that the panel's face needs to be drawn: what it loads later is not among them. */
export async function panelWeight(): Promise<number> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    stdin: {
      contents: `import { createRoot } from 'react-dom/client'; import { Panel } from './components/Panel'; globalThis.start = (e, p) => createRoot(e).render(Panel(p));`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    splitting: true,
    metafile: true,
    outdir: '/',
  });
  const codes = new Map(outputFiles.map((file) => [file.path.replace(/^.*\//, ''), file.text]));
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, out]) => [path.replace(/^.*\//, ''), out]),
  );
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const { path, kind } of outputs.get(name)?.imports ?? [])
      if (kind === 'import-statement') need(path.replace(/^.*\//, ''));
  };
  for (const [name, output] of outputs) if (output.entryPoint === '<stdin>') need(name);
  return [...needed].reduce((sum, name) => sum + gzipSync(codes.get(name) ?? '').length, 0);
}

/** Serves the gallery on loopback; the answer is its address and the way to end it. */
export async function serveGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const css = await bundle(`${HERE}style.css`);
  const js = await bundle(`${HERE}gallery.tsx`);
  const html = await readFile(`${HERE}index.html`, 'utf8');
  const files: Record<string, [string, string]> = {
    '/': ['text/html', html],
    '/gallery.js': ['text/javascript', js],
    '/style.css': ['text/css', css],
  };
  const server: Server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (file === undefined) {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': `${file[0]}; charset=utf-8`, 'content-security-policy': CSP })
      .end(file[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = (name) => fileURLToPath(new URL(`../app/${name}`, import.meta.url));
let bundled;

/** The browser's half, bundled once per process: `{script, style}`. */
export function bundle() {
  bundled ??= build({
    entryPoints: { app: entry('main.tsx'), style: entry('styles/index.css') },
    outdir: '/app',
    bundle: true,
    write: false,
    minify: true,
    jsx: 'automatic',
    target: 'es2022',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  }).then(({ outputFiles }) => {
    const text = (end) => outputFiles.find((f) => f.path.endsWith(end)).text;
    return { script: text('app.js'), style: text('style.css') };
  });
  return bundled;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%2312556b'/%3E%3Cpath d='M16 7v18M10 12h12M7 18c1 5 5 7 9 7s8-2 9-7' fill='none' stroke='%23fff' stroke-width='2.4' stroke-linecap='round'/%3E%3C/svg%3E";

/** One page for every address: the browser's half decides what it shows. */
export const shell = (session) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="application-name" content="Harbor Desk">
<meta name="color-scheme" content="light dark">
<meta name="csrf-token" content="${session.csrf}">
<title>Harbor Desk</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/app.css">
<script src="/app.js" defer></script>
</head>
<body><div id="root"></div></body>
</html>
`;

export const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

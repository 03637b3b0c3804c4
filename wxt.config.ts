import { defineConfig } from 'wxt';
import { eyesOfTheFirstScript } from './scripts/build/eyes';
import { siteFiles, siteSigns } from './scripts/build/site-files';
import { smallPartsInPages } from './scripts/build/small-parts';
import { smallestInPages } from './scripts/build/smallest';

// A mode of its own name would make React a development build; the e2e build is the same code as the shipped one.
if (process.argv.some((word) => word === 'build' || word === 'zip')) process.env.NODE_ENV = 'production';

/** Loopback only: the e2e build is driven by scripts, which cannot answer the browser's permission prompt. */
const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  // Every name is imported where it is used: the house test reads imports.
  imports: false,
  // A build of one's own, beside the one that somebody else is testing.
  outDir: process.env.COUNTERSIGN_OUT ?? '.output',
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest: ({ browser, mode }) => ({
    name: mode === 'e2e' ? 'Countersign (e2e build)' : 'Countersign',
    description:
      'Drafts the reply, proposes actions, runs what you sign, proves what changed and takes it back.',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(mode === 'e2e' ? { host_permissions: LOOPBACK } : {}),
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
    action: { default_title: 'Open Countersign' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y', mac: 'Command+Shift+Y' } },
    },
    incognito: 'not_allowed',
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push(...siteFiles());
    },
  },
  vite: ({ mode }) => ({
    define: { __E2E__: JSON.stringify(mode === 'e2e'), __SITE_SIGNS__: siteSigns() },
    plugins: [smallPartsInPages(), eyesOfTheFirstScript(), smallestInPages()],
    build: { target: 'chrome120' },
  }),
});

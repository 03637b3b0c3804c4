import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const MAC = '/Applications';
const UNBRANDED_COMMANDS = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'google-chrome-for-testing',
];
const BRANDED_COMMANDS = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/** Chrome for Testing as `npx @puppeteer/browsers install chrome` leaves it. */
function puppeteerDownloads(home) {
  const root = join(home, '.cache', 'puppeteer', 'chrome');
  const inside = {
    linux: ['chrome-linux64', 'chrome'],
    darwin: ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    win32: ['chrome-win64', 'chrome.exe'],
  };
  if (!existsSync(root)) return [];
  const builds = readdirSync(root).sort().reverse();
  return Object.values(inside).flatMap((parts) =>
    builds.flatMap((build) => {
      const base = join(root, build);
      // On a Mac there is one more folder, named after the processor.
      const folders = [base, ...readdirSync(base).map((name) => join(base, name))];
      return folders.map((folder) => join(folder, ...parts));
    }),
  );
}

function windowsFolders(env, parts) {
  return [env.LOCALAPPDATA, env.ProgramFiles, env['ProgramFiles(x86)']]
    .filter((base) => base)
    .map((base) => join(base, ...parts));
}

/**
 * Where browsers are usually installed, best first. Only paths that exist are returned.
 * `unbranded` ones still obey `--load-extension`; `branded` Chrome and Edge do not.
 */
export function browserPlaces({ platform = process.platform, env = process.env, home = homedir() } = {}) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder);
  const onPath = (names) => names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const unbranded = onPath(UNBRANDED_COMMANDS);
  const branded = onPath(BRANDED_COMMANDS);
  if (platform === 'darwin') {
    unbranded.push(join(MAC, 'Chromium.app/Contents/MacOS/Chromium'));
    unbranded.push(join(MAC, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'));
    branded.push(join(MAC, 'Google Chrome.app/Contents/MacOS/Google Chrome'));
    branded.push(join(MAC, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'));
  }
  if (platform === 'win32') {
    unbranded.push(...windowsFolders(env, ['Chromium', 'Application', 'chrome.exe']));
    branded.push(...windowsFolders(env, ['Google', 'Chrome', 'Application', 'chrome.exe']));
    branded.push(...windowsFolders(env, ['Microsoft', 'Edge', 'Application', 'msedge.exe']));
  }
  unbranded.push(...puppeteerDownloads(home));
  const existing = (paths) => [...new Set(paths)].filter((path) => existsSync(path));
  return { unbranded: existing(unbranded), branded: existing(branded) };
}

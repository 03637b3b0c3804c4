import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from '../browser/apt.mjs';
import { pngOf } from './png.mjs';
import { readXwd } from './xwd.mjs';

const NEEDED = { Xvfb: 'xvfb', xdotool: 'xdotool' };

function missing() {
  return Object.entries(NEEDED).filter(([name]) => spawnSync('which', [name]).status !== 0);
}

/**
 * Why no display of our own can be had here, in words; null when it can. Installs what is missing where that needs
 * nobody's leave (root on Debian or Ubuntu).
 */
export function noDisplayBecause() {
  if (process.platform !== 'linux') return 'A display of our own (Xvfb) exists on Linux only.';
  if (missing().length > 0 && canInstallPackages()) installPackages(missing().map(([, name]) => name));
  const names = missing().map(([, name]) => name);
  return names.length === 0
    ? null
    : `Install ${names.join(' and ')}: sudo apt-get install ${names.join(' ')}`;
}

/** The number that Xvfb writes once it is ready: it looks for a free one itself. */
function numberFrom(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    let errors = '';
    server.stderr.on('data', (bytes) => (errors += bytes));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}. ${errors}`)));
    server.stdio[3].on('data', (bytes) => {
      text += bytes;
      if (text.includes('\n')) resolve(Number(text));
    });
  });
}

/** Starts a display that nobody sees. Its picture lies in a file, in the format of `xwd`. */
export async function startDisplay({ width = 1440, height = 900 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'display-'));
  const screen = ['-screen', '0', `${width}x${height}x24`, '-fbdir', folder];
  const server = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-noreset', ...screen], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const killed = () => server.kill();
  process.once('exit', killed);
  const name = `:${await numberFrom(server)}`;
  const env = { DISPLAY: name };

  /** One `xdotool` command, such as `key ctrl+shift+y`. Answers what it printed. */
  function xdotool(...args) {
    const ran = spawnSync('xdotool', args, {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 20_000,
    });
    if (ran.status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${ran.stderr}`);
    return ran.stdout.trim();
  }

  const screenshot = async () => readXwd(await readFile(join(folder, 'Xvfb_screen0')));

  return {
    name,
    env,
    xdotool,
    picture: async () => pngOf(await screenshot()),
    brightness: async () => {
      const { rgb } = await screenshot();
      return rgb.reduce((sum, value) => sum + value, 0) / rgb.length;
    },
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      process.off('exit', killed);
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

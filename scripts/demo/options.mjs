import { parseArgs } from 'node:util';

/** The words on the command line were not understood; the message says which. */
export class UsageError extends Error {
  name = 'UsageError';
}

/** A person's screen. On Linux it has a name; Windows and macOS always have one. */
function hasDisplay(env, platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * What the person asked for. Without a display there is nobody to click, so the demo walks by itself.
 * @returns {{help: boolean, walk: boolean, headless: boolean, port: number, out: string}}
 */
export function readOptions(args, { env = process.env, platform = process.platform } = {}) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        headless: { type: 'boolean', default: false },
        walk: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        out: { type: 'string', default: 'demo-output' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${error.message}\nnpm run demo -- --help lists what there is.`);
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new UsageError(`--port wants a number from 0 to 65535, not ${values.port}.`);
  const headless = values.headless || !hasDisplay(env, platform);
  return { help: values.help, walk: values.walk || headless, headless, port, out: values.out };
}

import type { Observation } from '../core/observation';
import type { Result } from '../core/result';
import type { Context } from './context';
import { type Desk, lookThrough } from './look';
import { alone } from './perform';

/** What a click waits for and that changes nothing. */
export interface Ready {
  /** A look at the desk's own record. */
  look: Promise<Result<Observation>>;
  /** That nobody else acts on the record until `release`; false when another panel does. */
  mine: Promise<boolean>;
  release(): void;
}

interface Pressed extends Ready {
  desk: Desk;
  /** `clock.mono()` when the button went down. */
  at: number;
}

/** A look is this old at most when the click comes; a longer press is forgotten, and the click looks anew. Ms. */
const FRESH_MS = 500;

const pressed = new WeakMap<Context, Pressed>();

/**
 * A button goes down: what its click will wait for is asked for now, a tenth of a second before it. Nothing is signed
 * by that and nothing done.
 */
export function press(context: Context): void {
  forget(context);
  const { desk, deps } = context;
  if (!desk) return;
  const mine: Pressed = { ...begin(context, desk), desk, at: deps.clock.mono() };
  pressed.set(context, mine);
  const over = (): void => {
    if (pressed.get(context) === mine) forget(context);
  };
  setTimeout(over, FRESH_MS);
  // Another panel acts: it may be done by the time of the click.
  void mine.mine.then((isMine) => isMine || over());
}

/** What the press asked for, where it was of this very desk and a moment ago; else it is asked for now. */
export function readyFor(context: Context, desk: Desk): Ready {
  const known = pressed.get(context);
  if (known?.desk === desk && context.deps.clock.mono() - known.at <= FRESH_MS) {
    pressed.delete(context);
    return known;
  }
  forget(context);
  return begin(context, desk);
}

function forget(context: Context): void {
  pressed.get(context)?.release();
  pressed.delete(context);
}

/** The look goes out before the record is asked for: each waits for another process. */
function begin(context: Context, desk: Desk): Ready {
  const look = lookThrough(context.deps, desk, 'page');
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const mine = new Promise<boolean>((resolve, reject) => {
    const work = async () => {
      resolve(true);
      await released;
    };
    // `null` from the lock itself, without a call of `work`.
    alone(context, desk.seen.record, work).then(() => resolve(false), reject);
  });
  return { look, mine, release };
}

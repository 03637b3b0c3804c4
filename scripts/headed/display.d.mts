export interface Display {
  /** `:0` */
  name: string;
  /** For the environment of a browser. */
  env: { DISPLAY: string };
  xdotool(...args: string[]): string;
  /** The whole display as a PNG. */
  picture(): Promise<Buffer>;
  /** Mean of all its colours, 0 to 255. */
  brightness(): Promise<number>;
  close(): Promise<void>;
}

export function noDisplayBecause(): string | null;
export function startDisplay(size?: { width?: number; height?: number }): Promise<Display>;

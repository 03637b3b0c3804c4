import type { BrowserContext } from 'playwright';

export interface LaunchOptions {
  /** Folder with the built extension (`manifest.json` in it). */
  extensionDir: string;
  /** Default true. */
  headless?: boolean;
  /** Profile to use and keep; default a new one that is deleted at the end. */
  userDataDir?: string;
  /** Port of a sinkhole on loopback to which every other host is mapped. */
  sinkholePort?: number;
  extraArgs?: string[];
  /** Default 1280 × 900; null leaves the window's own size. */
  viewport?: { width: number; height: number } | null;
  /** Added to the environment of the browser (`DISPLAY`). */
  env?: Record<string, string>;
  /** Gets the line with the browser's version, once per process. Default `console.log`. */
  log?: (line: string) => void;
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  /** `Chromium 156.0.8078.79` */
  version: string;
  close(): Promise<void>;
}

export function launchWithExtension(options: LaunchOptions): Promise<Launched>;

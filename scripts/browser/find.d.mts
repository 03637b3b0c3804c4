export interface FoundBrowser {
  /** The program to start. */
  path: string;
  /** As it says itself: `Chromium 156.0.8078.79`. */
  version: string;
  /** Chrome and Edge of the vendors: they load an extension over the debugging pipe only. */
  branded: boolean;
}

export function findBrowser(options?: {
  env?: Record<string, string | undefined>;
  /** May the package `chromium` be installed when there is no browser? Default true. */
  install?: boolean;
  log?: (line: string) => void;
}): Promise<FoundBrowser>;

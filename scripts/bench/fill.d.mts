import type { Page } from 'playwright';

/** Fills the log of a running extension through its own append; four entries make an action. */
export function fillLog(page: Page, entries: number, from?: number): Promise<void>;

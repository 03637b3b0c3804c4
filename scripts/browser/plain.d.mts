import type { Browser } from 'playwright';

export function launchPlain(): Promise<Browser>;

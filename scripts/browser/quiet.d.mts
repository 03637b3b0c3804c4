/** Arguments with which Chromium asks nobody for updates, accounts or the time. */
export const QUIET_ARGS: string[];
export function sinkholeArgs(port: number): string[];
/** `--no-sandbox` for root, nothing for everybody else. */
export function sandboxArgs(): string[];

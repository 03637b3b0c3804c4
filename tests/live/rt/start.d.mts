export function install(log?: (line: string) => void): void;
/** Returns the origin, `http://127.0.0.1:18081`. */
export function start(options?: { fresh?: boolean; log?: (line: string) => void }): Promise<string>;

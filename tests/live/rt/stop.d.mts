export function runningServer(): { pid: number; port: number } | null;
export function stop(): Promise<void>;

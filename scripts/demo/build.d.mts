export function buildIfStale(root: string, mode?: 'e2e' | 'production', log?: (line: string) => void): string;

export function mailSoFar(): Record<string, number>;
export function mailedSince(before: Record<string, number>): string[];

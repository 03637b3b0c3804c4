/** A profile that fetches no dictionaries; `discard` deletes it when it was made here. */
export function quietProfile(given?: string): { dir: string; discard(): void };

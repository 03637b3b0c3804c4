export function changeRight(what: 'give' | 'take', right: string): Promise<void>;
export function changePreference(login: string, name: string, value: string | undefined): Promise<void>;
export function writeNotes(id: string, count: number): Promise<void>;
export function restoreTables(file: string): Promise<void>;
export function endAltering(): void;

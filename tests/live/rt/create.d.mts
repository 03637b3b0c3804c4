export function changeRight(env: NodeJS.ProcessEnv, what: 'give' | 'take', right: string): void;

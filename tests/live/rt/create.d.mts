export function changeRight(env: NodeJS.ProcessEnv, what: 'give' | 'take', right: string): void;
export function changePreference(
  env: NodeJS.ProcessEnv,
  login: string,
  name: string,
  value: string | undefined,
): void;

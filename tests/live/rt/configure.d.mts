export function configure(): NodeJS.ProcessEnv;

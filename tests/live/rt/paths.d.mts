export const HERE: string;
export const STATE: string;
export const PORT: number;
export const ORIGIN: string;
export const FILES: Record<
  'config' | 'configFolder' | 'database' | 'seeded' | 'sessions' | 'templates' | 'mail' | 'log' | 'pid',
  string
>;
export const ROOT_PASSWORD: string;
export const PACKAGES: string[];

import type { BuildOptions } from 'esbuild';
export function bundle(entry: string, options?: BuildOptions): Promise<string>;

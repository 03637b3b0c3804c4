import { checkLog } from '../../scripts/log/verify.mjs';

/** The exit code that `verify` would give, and its words. */
export async function check(file: string | Buffer): Promise<{ code: number; words: string }> {
  try {
    await checkLog([Buffer.from(file)]);
    return { code: 0, words: '' };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') throw error;
    return { code: error.code, words: error.message };
  }
}

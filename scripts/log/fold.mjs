import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const CORE = fileURLToPath(new URL('../../core/', import.meta.url));

/**
 * The very fold that the panel uses, bundled for Node: a second one here could come to another answer.
 * @returns {Promise<{
 *   createFold: typeof import('../../core/fold').createFold,
 *   projectionText: typeof import('../../core/projection').projectionText,
 * }>}
 */
export async function loadFold() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { createFold } from './fold'; export { projectionText } from './projection';",
      resolveDir: CORE,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // canonicalize is CommonJS: its `module` would be unknown in an ESM text, so it is bundled as well.
    mainFields: ['module', 'main'],
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return await import(`data:text/javascript;base64,${code}`);
}

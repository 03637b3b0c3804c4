import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Cut {
  file: RegExp;
  from: string;
  to: string;
}

/** Between the look and the write the page gets time to turn: the gap that the comparison in the write's task closes. */
const SLOWER: Cut = {
  file: /[\\/]tools[\\/]parts[\\/]act\.ts$/,
  from: '  const answer = await commitInTime(',
  to: '  await pause(400);\n  const answer = await commitInTime(',
};

/** What is taken out of the source for a build that guards nothing. */
const CUTS: readonly Cut[] = [
  SLOWER,
  {
    file: /[\\/]core[\\/]binding\.ts$/,
    from: 'export function checkBinding(bound: Binding, live: Observation): Refusal | null {',
    to: 'export function checkBinding(bound: Binding, live: Observation): Refusal | null {\n  return null;',
  },
  {
    file: /[\\/]page[\\/]write[\\/]post\.ts$/,
    from: "function wrongBox(live: Observation, visibility: 'public' | 'internal'): Refusal | null {",
    to: "function wrongBox(live: Observation, visibility: 'public' | 'internal'): Refusal | null {\n  return null;",
  },
  {
    file: /[\\/]page[\\/]write[\\/]post\.ts$/,
    from: 'const selector = page.composer?.send?.[visibility];',
    to: "const selector = [page.composer?.send?.public, page.composer?.send?.internal].filter(Boolean).join(',');",
  },
];

/**
 * Builds the extension into a folder of its own, slower and without the comparison right before the write: the control,
 * which shows that the races would be lost without it. The product has no switch for this.
 * @returns the folder
 */
export async function buildUnguarded(outDir: string): Promise<string> {
  const { build } = await import('wxt');
  const cut = new Set<number>();
  process.env.NODE_ENV = 'production';
  await build({
    root: ROOT,
    mode: 'e2e',
    outDir,
    vite: () => ({
      plugins: [
        {
          name: 'unguarded',
          enforce: 'pre' as const,
          transform(code: string, id: string) {
            let text = code;
            CUTS.forEach(({ file, from, to }, i) => {
              if (!file.test(id) || !text.includes(from)) return;
              text = text.replace(from, to);
              cut.add(i);
            });
            return text === code ? null : { code: text, map: null };
          },
        },
      ],
    }),
  });
  if (cut.size < CUTS.length) throw new Error('The guards are not where they were: nothing was taken out.');
  return `${outDir}/chrome-mv3-e2e`;
}

// Fills the log of a running extension through its own append, as many signed actions would.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Four entries and nine texts an action; a few are taken back, many records, one word that only one action holds. */
const FILL = `
  import { anchorIn } from './storage/anchor';
  import { openStore } from './storage/store';
  const text = (value) => ({ mediaType: 'text/plain', text: value });
  const json = (value) => ({ mediaType: 'application/json', text: JSON.stringify(value) });
  const body = (i) => 'Hello customer ' + i + ',\\n\\nyour parcel KX-' + (20000 + i) + ' left our warehouse this morning. ' + 'It will be with you soon. '.repeat(i % 12);
  function facts(i) {
    const isNote = i % 5 === 0;
    const record = { site: 'demo-desk', host: '127.0.0.1:4000', type: 'ticket', id: String(1000 + (i % 4000)) };
    const data = { actionId: 'fill-' + i, tool: isNote ? 'add_note' : 'add_tag', class: 'R2', record, account: 'Maya Lindt', channel: 'session' };
    const about = (kind, actor, contents, more = {}) => ({ kind, runId: 'fill-run-' + (i >> 1), actor: { kind: actor }, data: { ...data, ...more }, contents });
    const field = isNote ? 'Internal note' : 'Tag';
    const after = isNote ? body(i) : 'late-parcel-' + i;
    const sides = { before: json([{ field, value: null }]), after: json([{ field, value: after }]) };
    const input = json(isNote ? { body: after } : { tag: after });
    return [
      about('action.proposed', 'model', { ...sides, input, title: text(isNote ? 'Add an internal note' : 'Add the tag “' + after + '”'), subject: text('Parcel ' + i + ' has not arrived') }, { verdict: 'allow', rules: ['one-click'] }),
      about('approval.granted', 'user', { input }),
      about('action.started', 'user', { binding: json({ record, values: [], account: 'Maya Lindt' }) }),
      about('action.done', 'system', sides, { proof: 'read-back', messageKey: null, reason: null }),
    ];
  }
  globalThis.fillLog = async (from, actions) => {
    const store = await openStore({ anchor: anchorIn(chrome.storage.local), extensionVersion: '0.1.0' });
    for (let i = 0; i < actions; i += 100) {
      const some = Array.from({ length: Math.min(100, actions - i) }, (_, n) => facts(from + i + n)).flat();
      const written = await store.appendAll(some);
      if (!written.ok) throw new Error(JSON.stringify(written.refusal));
    }
    await store.close();
  };
`;

/**
 * @param {import('playwright').Page} page of the extension
 * @param {number} entries to add; four make an action
 * @param {number} from the number of the first action
 */
export async function fillLog(page, entries, from = 0) {
  const { outputFiles } = await build({
    stdin: { contents: FILL, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
  });
  // Evaluated by the debugger, which the extension's own policy does not hold back.
  await page.evaluate(outputFiles[0]?.text ?? '');
  await page.evaluate(`fillLog(${from}, ${Math.ceil(entries / 4)})`);
}

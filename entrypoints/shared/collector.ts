import { browser } from 'wxt/browser';
import { tracesUrl } from '../../agent/collector';
import { otlpExport } from '../../agent/otlp';
import { traceRun } from '../../core/trace';
import { narrowConnect } from '../../model/connect-policy';
import type { Store } from '../../storage/store';
import { connectOrigins } from './origins';

const GIVE_UP_MS = 10_000;

/**
 * Sends the trace of a run that has ended to the collector that Settings name, if they name one. Nothing waits for
 * it; when it cannot be sent, the log still has everything (`npm run log -- otlp`), so it is not tried again.
 */
export async function sendRun(store: Store, runId: string): Promise<void> {
  const { settings } = await store.settings.get();
  const url = tracesUrl(settings.collectorUrl);
  if (url === null || !narrowConnect(document, connectOrigins(settings, await store.customTools.all())))
    return;
  const [run, first] = [traceRun(await store.entriesOfRun(runId)), (await store.entries({ to: 0 }))[0]];
  if (!run) return;
  const installationId = String(first?.data.installationId ?? '');
  const source = { installationId, extensionVersion: browser.runtime.getManifest().version };
  try {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(otlpExport([run], source)),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
  } catch (error) {
    // For whoever looks after the collector; the person at the ticket can do nothing about it.
    console.warn(
      `Countersign: the collector at ${new URL(url).host} did not take a trace (${String(error)}).`,
    );
  }
}

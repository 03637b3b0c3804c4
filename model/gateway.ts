import type { Engine, EngineEvent, EngineRequest } from '../core/engine';
import type { Library } from '../core/library';
import type { Settings } from '../core/settings';
import type { ModelWorld } from './openai-compatible';
import type { ConnectionAnswer } from './try-server';

export interface Secrets {
  /** Empty when the server wants none. */
  apiKey: string;
}

export interface GatewayDeps {
  /** The person's knowledge, built when it is first needed. */
  library(): Promise<Library>;
  /** Parts of the outside world to be played by a test. */
  world?: Partial<ModelWorld>;
}

/**
 * The engine that Settings name. Cheap to make: the engine itself, and with it the model client or the sample
 * knowledge, is loaded by the first step.
 */
export function createEngine(settings: Settings, secrets: Secrets, deps: GatewayDeps): Engine {
  const offline = settings.engine === 'offline';
  let loaded: Promise<Engine> | null = null;
  const load = () => {
    loaded ??= offline ? loadOffline(deps) : loadModel(settings, secrets, deps);
    return loaded;
  };
  return {
    id: settings.engine,
    label: offline ? 'Offline, no language model' : settings.model,
    model: offline ? 'offline' : settings.model,
    async *step(request: EngineRequest): AsyncGenerator<EngineEvent> {
      yield* (await load()).step(request);
    },
  };
}

async function loadOffline(deps: GatewayDeps): Promise<Engine> {
  const [{ createOfflineEngine }, library] = await Promise.all([import('./offline'), deps.library()]);
  return createOfflineEngine(library);
}

async function loadModel(settings: Settings, secrets: Secrets, deps: GatewayDeps): Promise<Engine> {
  const [{ createModelEngine }, { realWorld }] = await Promise.all([
    import('./openai-compatible'),
    import('./world'),
  ]);
  return createModelEngine(settings, secrets.apiKey, deps.library, { ...realWorld(), ...deps.world });
}

/** Asks the server for one word. Sends nothing of any ticket. */
export async function testConnection(
  server: Pick<Settings, 'serverUrl' | 'model'>,
  secrets: Secrets,
  signal: AbortSignal,
  world: Partial<ModelWorld> = {},
): Promise<ConnectionAnswer> {
  const [{ tryServer }, { realWorld }] = await Promise.all([import('./try-server'), import('./world')]);
  return await tryServer(server, secrets.apiKey, signal, { ...realWorld(), ...world });
}

import { type Answer, createModelServer, type ModelServer } from '../model-server/server.mjs';

export interface ScriptedModel extends ModelServer {
  /** What it says to the next requests, one answer each; after them it has nothing to propose. */
  says(...answers: Answer[]): void;
  /** Takes back what it was to say and was not asked for. */
  forget(): void;
  /** Names of the tools that the newest request offered. */
  offered(): string[];
  /** Role and text of the messages of the newest request. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever a client sent
  messages(): any[];
}

/** A model server on loopback that says what the test wrote for it. */
export async function createScriptedModel(): Promise<ScriptedModel> {
  const queue: Answer[] = [];
  const server = await createModelServer({ script: () => queue.shift() ?? { text: 'Nothing to propose.' } });
  const newest = () => server.requests().at(-1)?.body ?? {};
  return {
    ...server,
    says: (...answers) => void queue.push(...answers),
    forget: () => void queue.splice(0),
    offered: () => (newest().tools ?? []).map((t: { function: { name: string } }) => t.function.name),
    messages: () => newest().messages ?? [],
  };
}

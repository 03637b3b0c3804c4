import type { FromPage, ToPage } from '../../bridge/messages';
import { type ActOutcome, failed } from '../../core/outcome';
import type { Ports, WriteAnswer } from '../../core/ports';
import { ok, type Result, refuse } from '../../core/result';
import { act, prove } from '../../tools/parts/act';
import { effectTool } from '../tools/support';
import type { World } from './world';

const PATIENCE = { proofMs: 100, pollMs: 10, rulesMs: 0 };

/** Never comes back: what was running in a place that is gone. */
export const gone = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** A document of the ticket with our script in it: the page's half of the walk, with the real act, proof and tools. */
export class Doc {
  readonly id: string;
  alive = true;
  readonly #world: World;
  readonly #since: number;
  readonly #ledger = new Map<string, Promise<ActOutcome>>();
  readonly #missed = new Set<string>();
  #die: () => void = () => undefined;
  readonly #death: Promise<void>;

  constructor(world: World, id: string) {
    this.#world = world;
    this.id = id;
    this.#since = world.tick();
    this.#death = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  die(): void {
    this.alive = false;
    this.#die();
  }

  /** As the browser's messages go: no receiver is `no-page`; a receiver that went away before its answer, `no-answer`. */
  async ask(message: ToPage): Promise<Result<FromPage>> {
    if (!this.alive) return refuse('no-page');
    const lost = this.#death.then(() => refuse('no-answer'));
    return await Promise.race([this.#answer(message).then(ok), lost]);
  }

  async #answer(message: ToPage): Promise<FromPage> {
    const { desk } = this.#world;
    const since = this.#since;
    switch (message.type) {
      case 'look': {
        const seen = { ...structuredClone(desk.now), documentId: this.id };
        return { type: 'seen', seen, sessionPossible: false };
      }
      case 'open-composer':
        desk.now.composer.visibility = message.visibility;
        return { type: 'opened', navigates: null };
      case 'macros':
        return { type: 'macros', macros: [] };
      case 'outcome': {
        const known = this.#world.forgetful ? undefined : this.#ledger.get(message.key);
        if (!known) this.#missed.add(message.key);
        return { type: 'outcome', outcome: known ? await known : null, since };
      }
      case 'act': {
        if (this.#missed.has(message.key))
          return { type: 'outcome', outcome: failed({ code: 'panel-closed' }), since };
        const known = this.#world.forgetful ? undefined : this.#ledger.get(message.key);
        const outcome = known ?? this.#act(message);
        this.#ledger.set(message.key, outcome);
        return { type: 'outcome', outcome: await outcome, since };
      }
      case 'stays':
        return { type: 'stays', stays: true };
      case 'prove': {
        const { before, changes } = message;
        const answer = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
        const call = { tool: effectTool(message.tool), input: JSON.parse(message.input) };
        const outcome = await prove({
          ...call,
          before,
          changes,
          answer,
          ports: this.#ports(),
          patience: PATIENCE,
        });
        return { type: 'outcome', outcome, since };
      }
    }
  }

  #act(message: ToPage & { type: 'act' }): Promise<ActOutcome> {
    const call = { tool: effectTool(message.tool), input: JSON.parse(message.input) };
    return act({ ...call, binding: message.binding, ports: this.#ports(), patience: PATIENCE });
  }

  /** The desk's hands and eyes, which stop when this document does. */
  #ports(): Ports {
    const { reader, writer } = this.#world.desk.ports;
    const act = async (write: () => Promise<WriteAnswer>): Promise<WriteAnswer> => {
      this.#world.hooks.pass('the page has it, and has not acted');
      if (!this.alive) return gone();
      const answer = await write();
      this.#world.hooks.pass('the page has acted, and not answered');
      return this.alive ? answer : gone();
    };
    return {
      reader: {
        look: async () => {
          this.#world.hooks.step?.();
          return this.alive ? await reader.look() : gone();
        },
      },
      writer: {
        channel: 'page',
        setField: (field, value, guard) => act(() => writer.setField(field, value, guard)),
        addTag: (tag, guard) => act(() => writer.addTag(tag, guard)),
        removeTag: (tag, guard) => act(() => writer.removeTag(tag, guard)),
        post: (visibility, body, guard) => act(() => writer.post(visibility, body, guard)),
        operate: async () => ({ outcome: 'refused', refusal: { code: 'not-supported' } }),
        removeMessage: (key, guard) => act(() => writer.removeMessage(key, guard)),
        insertDraft: (body, guard) => act(() => writer.insertDraft(body, guard)),
        restoreDraft: (restore, guard) => act(() => writer.restoreDraft(restore, guard)),
      },
    };
  }
}

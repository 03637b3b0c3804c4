import { type Bench, setUp } from './bench';
import { createScriptedModel, type ScriptedModel } from './script';
import { chooseServer } from './settings';

/** A bench whose panel asks a model that says what the test wrote for it. Closing the bench closes both. */
export async function setUpScripted(path?: string): Promise<{ bench: Bench; model: ScriptedModel }> {
  const model = await createScriptedModel();
  const bench = await setUp(path);
  await chooseServer(bench, model.url);
  const { close } = bench;
  bench.close = async () => {
    await close();
    await model.close();
  };
  return { bench, model };
}

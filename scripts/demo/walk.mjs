import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { startSinkhole } from '../../tests/support/sinkhole.mjs';
import { panelOf } from './panel.mjs';
import { createPhotographer, HEIGHT, PAGE_WIDTH, PANEL_WIDTH } from './picture.mjs';
import { openPanelWindow, openStage } from './stage.mjs';
import { run, send, undo } from './steps-act.mjs';
import { compare, exportLog, verify } from './steps-log.mjs';
import { draft, insert, propose } from './steps-write.mjs';

/** The job from end to end. Each step throws when what it must see is not there. */
const STEPS = [
  ['draft', 'Draft a reply', draft],
  ['insert', 'Insert it into the reply box', insert],
  ['propose', 'Propose actions', propose],
  ['run', 'Approve and run', run],
  ['send', 'Approve the reply, which is held first', send],
  ['undo', 'Take it back', undo],
  ['export', 'Export the log', exportLog],
  ['compare', 'Compare the helpdesk with the log and with its own start', compare],
  ['verify', 'Verify the log', verify],
];

/** Removes what an earlier walk left, and nothing else that may lie there. */
function emptyFolder(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (/^\d\d-.*\.png$|^log.*\.jsonl$|^verify\.txt$/.test(name)) rmSync(join(folder, name));
}

/** Walks the whole job by itself. @returns 0 when every step was seen to hold, else 1. */
export async function walk({ port, headless, out, extensionDir, root }) {
  const folder = resolve(out);
  emptyFolder(folder);
  const sinkhole = await startSinkhole();
  const stage = await openStage({
    port,
    extensionDir,
    headless,
    viewport: { width: PAGE_WIDTH, height: HEIGHT },
    sinkholePort: sinkhole.port,
  });
  try {
    const page = await openPanelWindow(stage, { left: 0, top: 0, width: PANEL_WIDTH, height: 600 });
    const photograph = await createPhotographer({ ...stage, panel: page, folder });
    const say = (words) => console.log(`     ${words}`);
    const common = {
      ...stage,
      panel: panelOf(page),
      folder: relative(process.cwd(), folder) || '.',
      root,
      start: stage.desk.state(),
    };
    const walking = { ...common, seen: say, done: [], undone: [] };
    for (const [i, [name, title, step]] of STEPS.entries()) {
      const number = String(i + 1).padStart(2, '0');
      console.log(`\n${number}  ${title}`);
      walking.picture = (inPanel) => photograph(`${number}-${name}.png`, inPanel);
      try {
        await step(walking);
      } catch (error) {
        await photograph(`${number}-${name}-failed.png`);
        console.error(`\nFAILED at “${title}”: ${error.message}`);
        if (error.name !== 'Unmet') console.error(error.stack);
        return 1;
      }
    }
    const calls = sinkhole.summary();
    console.log(`\nRequests that tried to leave this machine: ${calls === '' ? 'none' : calls}`);
    console.log(`Every step was seen to hold. Pictures, log and check: ${walking.folder}/`);
    return 0;
  } finally {
    await stage.close();
    await sinkhole.close();
  }
}

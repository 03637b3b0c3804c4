import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noDisplayBecause } from '../../scripts/headed/display.mjs';
import { openSidePanel, type SidePanel } from '../../scripts/headed/side-panel.mjs';
import { openStage, type Stage } from './stage';

const reason = noDisplayBecause();

describe.skipIf(reason !== null)(`the browser’s own side panel${reason ? ` (${reason})` : ''}`, () => {
  let stage: Stage;
  let panel: SidePanel;

  beforeAll(async () => {
    stage = await openStage('e2e');
    panel = await openSidePanel(stage.display, stage.browser.context);
  });
  afterAll(async () => await stage?.close());

  test('the keyboard command opens it beside the ticket, and it shows whose ticket that is', async () => {
    await panel.says('Order SM-20418 arrived with a torn sleeve');
    await panel.says('tamsin.orrey@quillmail.example');
    await panel.has('region', 'Record');
    await stage.keep('side-panel');
  });

  test('clicks in it draft a reply and put it into the page beside it, and send nothing', async () => {
    await panel.click('button', 'Draft reply');
    await panel.says('The draft is ready. Nothing was sent.');
    await panel.click('button', 'Insert into reply');
    await panel.says('In the reply box now, not sent');
    await expect
      .poll(() => stage.ticket.locator('.composer .ProseMirror').textContent())
      .toContain('Hi Tamsin,');
    expect(stage.desk.ledger()).toEqual([]);
    await stage.keep('side-panel-inserted');
  });

  test('it follows the tab: to another ticket, to a page it may not read, and back', async () => {
    await stage.ticket.goto(`${stage.desk.url}/tickets/1043`);
    await panel.says('Nine days and the tracking page has not moved');
    const other = await stage.browser.context.newPage();
    await panel.says('No ticket here');
    await other.close();
    await panel.says('Nine days and the tracking page has not moved');
  });
});

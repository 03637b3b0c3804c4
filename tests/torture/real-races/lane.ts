import type { Page, Request } from 'playwright';
import type { Entry } from '../../../core/entry';
import { openPanel, type PanelPage } from '../../support/panel';
import { allowSession } from '../../support/session';
import { entriesIn, ofNewActions } from '../real/log-of';
import type { RacePlan } from './plan';
import type { Stage } from './stage';
import type { Track } from './track';
import { armTurns, prepareTurns, turnNow } from './turns';

/** After so many races the desk starts over: a long conversation takes longer to read. */
const FRESH_EVERY = 12;

/** One page with one panel beside it, in which one race after the other is run. */
export class Lane {
  readonly stage: Stage;
  readonly tab: Page;
  readonly panel: PanelPage;
  /** When the page turned in this race, epoch ms. */
  turned: number[] = [];
  /** How many looks at the desk are left until the page turns; empty when no look turns it. */
  #asked: number[] = [];
  /** The click from which on a race turns the page. */
  #start: { click: string; plan: RacePlan } | null = null;
  /** The reply box as it is when nobody wrote in it. */
  #empty = '';
  #races = 0;
  /** Seq of the first entry of this race. */
  #from = 0;

  private constructor(stage: Stage, tab: Page, panel: PanelPage) {
    this.stage = stage;
    this.tab = tab;
    this.panel = panel;
  }

  static async open(track: Track, stage: Stage, { session }: Pick<RacePlan, 'session'>): Promise<Lane> {
    const { context, extensionId } = track;
    const tab = await context.newPage();
    const turned = { at: (_at: number): void => undefined };
    await prepareTurns(tab, (at) => turned.at(at));
    await tab.goto(stage.url);
    await stage.drawn(tab);
    const panel = await openPanel(context, extensionId, tab);
    await panel.page.setViewportSize({ width: 420, height: 1000 });
    await panel.record().getByText(stage.shownAs).waitFor();
    const clicked = { on: (_button: string): void => undefined };
    await panel.page.exposeBinding('raceClicked', (_source, button: string) => clicked.on(button));
    await panel.page.evaluate(tellClicks);
    const lane = new Lane(stage, tab, panel);
    turned.at = (at) => void lane.turned.push(at);
    clicked.on = (button) => lane.#clicked(button);
    tab.on('request', (request) => lane.#heard(request));
    if (session) await allowSession(panel, true);
    lane.#empty = await lane.box();
    return lane;
  }

  /** The page shows the record, its box is empty, and the panel has seen it. */
  async makeReady(): Promise<void> {
    this.turned = [];
    this.#asked = [];
    this.#start = null;
    this.#races += 1;
    this.#from = ((await entriesIn(this.panel.page, this.#from)).at(-1)?.seq ?? -1) + 1;
    const old = this.#races % FRESH_EVERY === 0;
    if (old) this.stage.reset();
    const isHere = this.tab.url() === this.stage.url;
    if (old || !isHere || (await this.box()) !== this.#empty) await this.loadAnew();
    await this.panel.record().getByText(this.stage.shownAs).waitFor();
  }

  async loadAnew(): Promise<void> {
    await this.tab.goto(this.stage.url);
    await this.stage.drawn(this.tab);
    this.#empty = await this.box();
    // the panel hears that its document is gone, and looks at the new one
    await this.tab.waitForTimeout(500);
  }

  async close(): Promise<void> {
    await this.panel.page.close();
    await this.tab.close();
  }

  /** Text of the reply box; empty when it is not open. */
  box(): Promise<string> {
    return this.tab.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '',
      this.stage.box,
    );
  }

  /** What the log says of this race: entries about this lane's record, of actions that were proposed in it. */
  async entries(): Promise<Entry[]> {
    const entries = await entriesIn(this.panel.page, this.#from);
    const host = (record: unknown) => (record as { host?: unknown } | undefined)?.host;
    return ofNewActions(entries.filter(({ data }) => host(data.record) === this.stage.host));
  }

  /** The race begins with the person's click on this button. */
  startAt(click: string, plan: RacePlan): void {
    this.#start = { click, plan };
  }

  #clicked(button: string): void {
    const start = this.#start;
    if (start?.click !== button) return;
    this.#start = null;
    const { turns } = start.plan;
    this.#asked = turns.flatMap((turn) => (turn.by === 'desk' ? [turn.nth] : []));
    // A page that is being loaded anew at this moment is not turned: the race says that it never was.
    void armTurns(this.tab, turns, this.stage.wayOf(start.plan)).catch(() => undefined);
  }

  #heard(request: Request): void {
    if (this.#asked.length === 0) return;
    const { stage } = this;
    if (!stage.looks({ method: request.method(), type: request.resourceType(), headers: request.headers() }))
      return;
    this.#asked = this.#asked.map((left) => left - 1);
    for (const left of this.#asked) if (left === 0) void turnNow(this.tab).catch(() => undefined);
  }
}

// Runs in the panel; sees nothing of this file.
function tellClicks(): void {
  const panel = globalThis as unknown as { raceClicked(button: string): void };
  const tell = ({ target, isTrusted }: Event): void => {
    const button = isTrusted && target instanceof Element ? target.closest('button') : null;
    if (button) panel.raceClicked(button.textContent ?? '');
  };
  addEventListener('click', tell, true);
}

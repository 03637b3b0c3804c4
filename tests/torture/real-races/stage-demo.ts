import {
  createDesk,
  type DeskTicket,
  type Fault,
  type Heard,
  type LedgerRow,
} from '../../demo-desk/server.mjs';
import type { FaultPlan, RacePlan } from './plan';
import type { Effect, Stage, Wish } from './stage';

const STATUS = { New: 'new', Open: 'open', Pending: 'pending', 'On hold': 'on-hold' };
const PRIORITY = { Low: 'low', Normal: 'normal', High: 'high' };
const PEOPLE = ['Maya Lindqvist', 'Omar Haddad', 'Kaja Brandvold', 'Unassigned'];

/** The demo helpdesk: two tickets beside each other, every tool, a page of React. */
export async function openDemoStage(options: {
  keepAlive: boolean;
  /** False only for the control of the faults. */
  honoursKeys: boolean;
}): Promise<Stage> {
  const [here, other] = [1042, 1044];
  let writes = 0;
  const hear = ({ method }: Heard): void => {
    if (method !== 'GET') writes += 1;
  };
  const desk = await createDesk({ ...options, hear });
  const ticket = (): DeskTicket => {
    const found = desk.state().tickets[here];
    if (!found) throw new Error('the ticket is gone');
    return found;
  };

  return {
    host: new URL(desk.url).host,
    record: String(here),
    url: `${desk.url}/tickets/${here}`,
    shownAs: `Ticket ${here}`,
    box: '.ProseMirror',
    wayOf: ({ kind }) =>
      kind === 'navigation'
        ? { way: 'navigate', here: `/tickets/${here}`, other: `/tickets/${other}` }
        : { way: 'flip', stage: 'demo-desk' },
    wish: (plan) => wishOn(plan, ticket()),
    spoil: ({ fault }) => {
      if (fault) desk.fault(FAULTS[fault.name](fault.delayMs));
    },
    effects: () =>
      desk
        .ledger()
        .filter((row) => row.by === 'agent')
        .map(effectOf),
    writes: () => writes,
    looks: ({ method, headers }) => method === 'GET' && headers['x-channel'] === 'session',
    reset: () => {
      desk.reset();
      writes = 0;
    },
    drawn: async (tab) => {
      await tab.locator('.ProseMirror').waitFor();
    },
    close: () => desk.close(),
  };
}

const FAULTS: Record<FaultPlan['name'], (ms: number) => Fault> = {
  'answer cut off': (delayMs) => ({ drop: true, when: 'after', delayMs }),
  'cut off before it is done': (delayMs) => ({ drop: true, when: 'before', delayMs }),
  'delivered twice': () => ({ twice: true }),
  'answer late': (delayMs) => ({ when: 'after', delayMs }),
};

/** Something that is not so already. */
function wishOn({ tool, number }: RacePlan, ticket: DeskTicket): Wish {
  const next = <T extends [string, string]>(all: T[], is: string): T => {
    const others = all.filter(([, wire]) => wire !== is);
    return others[number % others.length] as T;
  };
  const words = `Race number ${number} went by.`;
  switch (tool) {
    case 'add_tag':
      return { tool, arguments: { tag: `race-${number}` }, what: 'add-tag', value: `race-${number}` };
    case 'set_status': {
      const [status, value] = next(Object.entries(STATUS), ticket.status);
      return { tool, arguments: { status }, what: 'status', value };
    }
    case 'set_priority': {
      const [priority, value] = next(Object.entries(PRIORITY), ticket.priority);
      return { tool, arguments: { priority }, what: 'priority', value };
    }
    case 'assign': {
      const [assignee, value] = next(
        PEOPLE.map((one) => [one, one]),
        ticket.assignee,
      );
      return { tool, arguments: { assignee }, what: 'assignee', value };
    }
    case 'set_field': {
      const value = `R-${number}`;
      return { tool, arguments: { field: 'Order number', value }, what: 'field', value };
    }
    case 'add_note':
      return { tool, arguments: { body: words }, what: 'note', value: words };
    case 'send_reply':
      return { tool, arguments: { body: words }, what: 'reply', value: words };
    case 'insert_draft':
      return { tool, arguments: { body: words }, what: 'draft', value: words };
  }
}

function effectOf({ record, operation, after, before, at }: LedgerRow): Effect {
  const value = after ?? before;
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
  return { record: record.replace('ticket:', ''), what: operation, value: String(text), at: Date.parse(at) };
}

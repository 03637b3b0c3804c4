/** What one room may import beside itself. */
export interface Room {
  /** Other rooms, or single files of them (`agent/view`). */
  rooms: readonly string[];
  /** Packages, by the exact specifier; `react/` at the end would mean any path below it. */
  packages: readonly string[];
  /** Where its code runs. A room of the panel must not end up in a customer's page. */
  runs: 'everywhere' | 'panel' | 'wiring';
  /** Said when it imports something else. */
  instead: string;
}

const ALL_BUT_VIEW = ['core', 'tools', 'sites', 'policy', 'knowledge', 'model', 'storage', 'bridge'];

/** The plan of the house. `zod/mini` is for every room and not repeated here. */
export const ROOMS: Readonly<Record<string, Room>> = {
  core: {
    rooms: [],
    // One canonical form and one hash for approvals, log and export alike.
    packages: ['canonicalize', '@noble/hashes/'],
    runs: 'everywhere',
    instead: 'core holds words and shapes; what needs another room belongs into that room.',
  },
  tools: {
    rooms: ['core'],
    packages: [],
    runs: 'everywhere',
    instead: 'A tool is handed its reader and writer (core/ports) and imports no room but core.',
  },
  sites: {
    rooms: ['core'],
    packages: [],
    runs: 'everywhere',
    instead: 'A site says where things are; what is done with them belongs into tools or page.',
  },
  page: {
    rooms: ['core'],
    packages: [],
    runs: 'everywhere',
    instead: 'page reads and writes a document by a descriptor that it is handed.',
  },
  policy: {
    rooms: ['core'],
    packages: [],
    runs: 'panel',
    instead: 'policy is a pure judgement on what it is handed.',
  },
  knowledge: {
    rooms: ['core'],
    packages: ['minisearch'],
    runs: 'panel',
    instead: 'knowledge is handed its items; storage keeps them, the agent brings them.',
  },
  model: {
    rooms: ['core'],
    packages: ['openai', 'openai/'],
    runs: 'panel',
    instead: 'An engine is handed what it needs (core/engine, core/library).',
  },
  storage: {
    rooms: ['core'],
    packages: ['dexie', '@noble/hashes/'],
    runs: 'panel',
    instead: 'storage keeps facts and knows nobody who makes them.',
  },
  bridge: {
    rooms: ['core'],
    packages: ['wxt/browser'],
    runs: 'everywhere',
    instead: 'bridge carries messages; what they mean belongs to the two ends.',
  },
  agent: {
    rooms: ALL_BUT_VIEW,
    packages: ['zustand/vanilla'],
    runs: 'panel',
    instead: 'The agent is headless: the page is asked over the bridge, the screen watches its state.',
  },
  components: {
    rooms: ['core', 'agent/view'],
    packages: ['react', 'react-dom', 'react-dom/', 'zustand', 'zustand/vanilla', '@tanstack/react-virtual'],
    runs: 'panel',
    instead: 'A component shows the state of agent/view and calls its actions, nothing else.',
  },
  entrypoints: {
    rooms: [...ALL_BUT_VIEW, 'page', 'agent', 'components'],
    packages: ['react', 'react-dom', 'react-dom/', 'wxt/'],
    runs: 'wiring',
    instead: 'An entrypoint wires rooms together; a library belongs into the room that needs it.',
  },
};

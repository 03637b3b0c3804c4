import { macros } from './macros.mjs';
import { agents, contacts } from './people.mjs';
import { tickets } from './tickets.mjs';

/** What a fresh desk holds. Plain data: cloned at every start and reset, never written to. */
export const defaultSeed = { agents, contacts, tickets, macros };

export interface RtTicket {
  status: string;
  /** `Low`, `Medium`, `High`. */
  priority: string;
  /** Login name; `Nobody` when nobody owns it. */
  owner: string;
  tags: string[];
  /** Empty when unset. */
  product: string;
  version: string;
}

export interface RtMessage {
  id: string;
  type: 'Create' | 'Correspond' | 'Comment';
  /** Login name of its author. */
  by: string;
  text: string;
}

export interface RtChange {
  id: string;
  type: string;
  field: string;
  from: string;
  to: string;
  by: string;
}

export const SEED: {
  articles: { title: string; text: string }[];
  agents: { login: string; name: string; password: string }[];
  tickets: { key: string; subject: string; from: { name: string; email: string } }[];
};
export function ticketId(key: string): string;
export function tokenOf(login: string): string;
export function ask(path: string, init?: RequestInit): Promise<unknown>;
export function ticket(id: string): Promise<RtTicket>;
export function customFields(id: string): Promise<Record<string, string[]>>;
export function make(fields: Record<string, unknown>): Promise<string>;
export function write(id: string, kind: 'comment' | 'correspond', text: string): Promise<unknown>;
export function change(id: string, fields: Record<string, unknown>): Promise<unknown>;
export function tag(id: string, what: 'add' | 'remove', name: string): Promise<unknown>;
export function messages(id: string): Promise<RtMessage[]>;
export function changesSince(id: string, transaction: string): Promise<RtChange[]>;
export function lastTransaction(id: string): Promise<string>;

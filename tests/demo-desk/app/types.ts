/** What Harbor Desk's API answers, as its own page reads it. */

export interface Agent {
  id: string;
  name: string;
  email: string;
  team: string;
}

export interface Contact {
  id: number;
  name: string;
  email: string;
  fields: Record<string, string>;
}

export interface TicketRow {
  id: number;
  subject: string;
  status: string;
  priority: string;
  assignee: string;
  updatedAt: string;
  requesterId: number;
  requester: string;
}

export interface Ticket {
  id: number;
  subject: string;
  status: string;
  priority: string;
  assignee: string;
  tags: string[];
  cc: string[];
  snoozedUntil: string;
  fields: Record<string, string>;
  requester: Contact;
  messageCount: number;
  updatedAt: string;
}

export interface Message {
  id: string;
  role: 'customer' | 'agent' | 'note' | 'task' | 'call';
  author: { name: string; email: string };
  at: string;
  to: string[];
  cc: string[];
  html: string;
  attachments: { id: string; name: string; type: string; size: number }[];
}

export interface Macro {
  id: string;
  name: string;
  description: string;
  text: string;
}

export interface Choices {
  statuses: Record<string, string>;
  priorities: Record<string, string>;
  assignees: string[];
  ticketFields: Record<string, { options: string[] | null }>;
  contactFields: Record<string, { options: string[] | null }>;
}

export type Mode = 'public' | 'internal';

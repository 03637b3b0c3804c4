import { agents } from './people.mjs';

/** A file that a mail brought along; served from memory. */
export const file = (id, name, type, content) => ({ id, name, type, content });

const message = (role, number, author, at, rest) => ({
  id: `m${number}`,
  role,
  author,
  at,
  to: [],
  cc: [],
  attachments: [],
  ...rest,
});

const colleague = (id) => {
  const { name, email } = agents.find((a) => a.id === id);
  return { id, name, email };
};

export const customer = (number, author, at, rest) => message('customer', number, author, at, rest);
export const agent = (number, id, at, rest) => message('agent', number, colleague(id), at, rest);
export const note = (number, id, at, rest) => message('note', number, colleague(id), at, rest);

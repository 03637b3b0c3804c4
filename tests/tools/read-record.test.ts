import { expect, test } from 'vitest';
import tool from '../../tools/read-record';
import { expectStrictInput, reads, ticket } from './support';

const nothing = reads();

test('takes no argument: what is read is what the page shows', () => {
  expectStrictInput('read_record', {});
});

test('gives conversation and fields in words', async () => {
  const text = await tool.read({}, ticket(), nothing);
  expect(text).toContain('Subject: The jacket is late');
  expect(text).toContain('Requester: Tamsin Orrey <tamsin@mail.example>');
  expect(text).toContain('Status: Open');
  expect(text).toContain('[CUSTOMER] 2026-03-01 09:00Z\nWhere is my jacket?');
});

test('names nothing that could be taken for a target', async () => {
  const seen = ticket({ url: 'https://desk.example/tickets/90210', documentId: 'doc-90210' });
  seen.record.id = '90210';
  expect(await tool.read({}, seen, nothing)).not.toContain('90210');
});

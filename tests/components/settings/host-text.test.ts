import { expect, it } from 'vitest';
import { hostFromText } from '../../../components/settings/host-text';

it.each([
  ['desk.example.com', 'desk.example.com'],
  [' https://Desk.example.com/agent/tickets/1 ', 'desk.example.com'],
  ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
  ['localhost:3000', 'localhost:3000'],
  ['*.example.com', null],
  ['<all_urls>', null],
  ['a b', null],
  ['https://good@evil.example', null],
  ['javascript:alert(1)', null],
  ['', null],
])('%s → %s', (typed, host) => {
  expect(hostFromText(typed)).toBe(host);
});

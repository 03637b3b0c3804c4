import { expect, it } from 'vitest';
import { isLocalAddress } from '../../core/local-address';

const at = (url: string) => isLocalAddress(new URL(url).hostname);

it.each([
  'http://localhost:11434/v1',
  'http://LOCALHOST/v1',
  'http://127.0.0.1:8080',
  'http://127.9.9.9',
  'http://0x7f.1',
  'http://[::1]:1234',
  'http://10.1.2.3',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://192.168.178.2',
  'http://nas.local',
  'http://[fd12:3456::1]',
  'http://[fe80::1]',
])('%s is here', (url) => expect(at(url)).toBe(true));

it.each([
  'https://api.openai.com',
  'http://172.15.0.1',
  'http://172.32.0.1',
  'http://11.0.0.1',
  'http://192.169.0.1',
  'https://localhost.evil.example',
  'https://127.0.0.1.evil.example',
  'https://10.evil.example',
  'https://notlocal',
  'https://evil-local.example',
  'http://[2001:db8::1]',
  'http://[fc::1]',
])('%s is elsewhere', (url) => expect(at(url)).toBe(false));

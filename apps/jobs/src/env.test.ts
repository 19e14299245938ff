import { expect, it, vi } from 'vitest';
import { env } from './env.ts';
import { makeVapidKeyPair } from './push/vapid-keys.ts';

const complete = {
  SUPABASE_URL: 'https://project.supabase.co/',
  SUPABASE_PUBLISHABLE_KEY: 'publishable',
  SUPABASE_JOBS_KEY: 'jobs',
  STAYS_URL: 'https://stays.example.com',
  BACKOFFICE_URL: 'https://desk.example.com',
  SMTP_URL: 'smtps://user:p%40ss@mail.example.com:465',
  MAIL_FROM: 'GudBro Stays <stays@example.com>',
};

function read(changes: Record<string, string>) {
  vi.stubEnv('NODE_ENV', 'test');
  for (const [name, value] of Object.entries({ ...complete, MAILS_SHOWN_AT: '', ...changes }))
    vi.stubEnv(name, value);
  return env();
}

it('reads the settings', () => {
  expect(read({})).toMatchObject({
    SUPABASE_URL: 'https://project.supabase.co',
    MAIL_FROM: { name: 'GudBro Stays', address: 'stays@example.com' },
    HOST: '127.0.0.1',
    JOBS_PORT: 3002,
  });
});

it('needs no mail server where mails are shown on a page', () => {
  const shown = read({ SMTP_URL: '', MAIL_FROM: '', MAILS_SHOWN_AT: 'http://127.0.0.1:54321/_mail' });
  expect(shown.SMTP_URL).toBeUndefined();
});

const keys = makeVapidKeyPair();
const push = {
  VAPID_PUBLIC_KEY: keys.publicKey,
  VAPID_PRIVATE_KEY: keys.privateKey,
  VAPID_SUBJECT: 'mailto:ops@example.com',
};

it('has keys for push messages, or none', () => {
  expect(read({}).VAPID_PUBLIC_KEY).toBeUndefined();
  expect(read(push)).toMatchObject(push);
});

it.each([
  [{ SMTP_URL: '' }, 'SMTP_URL'],
  [{ ...push, VAPID_PRIVATE_KEY: '' }, 'VAPID_PUBLIC_KEY'],
  [{ ...push, VAPID_SUBJECT: '' }, 'VAPID_PUBLIC_KEY'],
  [{ ...push, VAPID_SUBJECT: 'ops@example.com' }, 'VAPID_SUBJECT'],
  [{ ...push, VAPID_PRIVATE_KEY: makeVapidKeyPair().privateKey }, 'VAPID_PRIVATE_KEY'],
  [{ PUSH_STAND_IN: 'https://push.example.com' }, 'PUSH_STAND_IN'],
  [{ PUSH_STAND_IN: 'http://10.0.0.1:8080' }, 'PUSH_STAND_IN'],
  [{ SMTP_URL: 'http://mail.example.com' }, 'SMTP_URL'],
  [{ MAIL_FROM: '' }, 'MAIL_FROM'],
  [{ MAIL_FROM: 'not an address' }, 'MAIL_FROM'],
  [{ SUPABASE_JOBS_KEY: '' }, 'SUPABASE_JOBS_KEY'],
])('does not start with %j, and names the variable without its value', (changes, variable) => {
  expect(() => read(changes)).toThrow(variable);
  expect(() => read(changes)).not.toThrow(/p%40ss|not an address/);
});

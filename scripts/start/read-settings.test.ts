import { expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';

test('runs without any setting', () => {
  expect(readSettings({}, [])).toMatchObject({
    host: '127.0.0.1',
    staysPort: 3000,
    backofficePort: 3001,
    supabasePort: 54321,
    databaseUrl: null,
    isFresh: false,
    isEmpty: false,
  });
});

test('takes every setting from the environment', () => {
  const env = {
    HOST: '0.0.0.0',
    STAYS_PORT: '4000',
    BACKOFFICE_PORT: '4001',
    SUPABASE_PORT: '4002',
    JOBS_PORT: '4003',
    SMTP_URL: 'smtp://mail.example.com',
    MAIL_FROM: 'stays@example.com',
    DATA_DIR: '/tmp/x',
  };
  expect(readSettings(env, ['--fresh', '--empty'])).toEqual({
    host: '0.0.0.0',
    staysPort: 4000,
    backofficePort: 4001,
    supabasePort: 4002,
    jobsPort: 4003,
    smtp: { url: 'smtp://mail.example.com', from: 'stays@example.com' },
    dataDir: '/tmp/x',
    databaseUrl: null,
    isFresh: true,
    isEmpty: true,
  });
});

test.each([
  ['a port that is no number', { STAYS_PORT: 'http' }, [], 'STAYS_PORT is not a port number'],
  ['a mail server without a sender', { SMTP_URL: 'smtp://x' }, [], 'MAIL_FROM'],
  ['a port out of range', { BACKOFFICE_PORT: '70000' }, [], 'BACKOFFICE_PORT is not a port number'],
  ['a flag that does not exist', {}, ['--frehs'], 'Unknown flag --frehs'],
  [
    'a fresh start on somebody’s own database',
    { DATABASE_URL: 'postgres://x/y' },
    ['--fresh'],
    'does not empty a database',
  ],
])('refuses %s', (_case, env, flags, message) => {
  expect(() => readSettings(env, flags)).toThrow(message);
});

import { expect, it } from 'vitest';
import { readProcessSettings } from './read-process-settings.ts';

it('the defaults are 127.0.0.1, port 54321 and the data folder .data', () => {
  expect(readProcessSettings({})).toEqual({
    host: '127.0.0.1',
    port: 54321,
    dataDir: '.data',
    keysFile: '.data/keys.json',
    production: false,
  });
});

it('every setting can be given by an environment variable', () => {
  const env = {
    HOST: '0.0.0.0',
    SUPABASE_PORT: '0',
    DATA_DIR: '/data',
    KEYS_FILE: '/run/keys.json',
    DATABASE_URL: 'postgresql://me@db/stays',
    SUPABASE_LOCAL_PRODUCTION: '1',
  };
  expect(readProcessSettings(env)).toEqual({
    host: '0.0.0.0',
    port: 0,
    dataDir: '/data',
    keysFile: '/run/keys.json',
    databaseUrl: 'postgresql://me@db/stays',
    production: true,
  });
});

it.each(['abc', '-1', '65536', '1e3', '80 '])('refuses the port %j and names SUPABASE_PORT', (port) => {
  expect(() => readProcessSettings({ SUPABASE_PORT: port })).toThrow(/SUPABASE_PORT/);
});

it('refuses a DATABASE_URL that is not Postgres, without repeating its password', () => {
  const act = () => readProcessSettings({ DATABASE_URL: 'mysql://root:hunter2@db' });
  expect(act).toThrow(/DATABASE_URL/);
  expect(act).not.toThrow(/hunter2/);
});

import path from 'node:path';
import { expect, test } from 'vitest';
import { readDevSettings } from './read-dev-settings.ts';

test('leaves the data of npm start alone, wherever that is', () => {
  expect(readDevSettings({}, []).dataDir).toBe(path.resolve('.data/dev'));
  expect(readDevSettings({ DATA_DIR: '/tmp/x' }, []).dataDir).toBe('/tmp/x/dev');
});

test('refuses a database of somebody’s own, which it would empty', () => {
  expect(() => readDevSettings({ DATABASE_URL: 'postgres://x/y' }, [])).toThrow('leave DATABASE_URL out');
});

test('refuses to leave the demo out, since it makes the database again after each saved file', () => {
  expect(() => readDevSettings({}, ['--empty'])).toThrow('always has the demo data');
});

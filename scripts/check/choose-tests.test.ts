import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { chooseTests } from './choose-tests.ts';

const tree = {
  'vitest.config.ts': '',
  'scripts/start/main.ts': '',
  'apps/stays/vitest.config.ts': '',
  'apps/stays/package.json': '{}',
  'apps/stays/src/env.ts': '',
  'packages/db-types/src/index.ts': '',
  'supabase/vitest.config.ts': '',
  'supabase/schemas/orders.sql': '',
  'supabase/tests/01-table-grants.test.ts': '',
  'supabase/tests/function-grants.test.ts': '',
  'supabase/tests/migrations.test.ts': '',
  'supabase/tests/20-orders.test.ts': `rpc('place_order')`,
  'supabase/tests/21-incidents.test.ts': `rpc('report_incident')`,
  'supabase/tests/support/order-calls.ts': `'place_order'`,
};

test('chooses the files of each package that has tests, and not its settings', () => {
  const changed = [
    'scripts/start/main.ts',
    'apps/stays/src/env.ts',
    'apps/stays/package.json',
    'apps/stays/src/deleted.ts',
    'packages/db-types/src/index.ts',
    'README.md',
  ];
  expect(chooseTests(makeTempFolder(tree), changed, () => [])).toEqual([
    { folder: '', files: ['scripts/start/main.ts'] },
    { folder: 'apps/stays', files: ['src/env.ts'] },
  ]);
});

test('for SQL, chooses the tests of grants and migrations, and those that name a function that changed', () => {
  const read: string[] = [];
  const [run, ...others] = chooseTests(makeTempFolder(tree), ['supabase/schemas/orders.sql'], (file) => {
    read.push(file);
    return ['place_order'];
  });
  expect(read).toEqual([path.join('supabase', 'schemas', 'orders.sql')]);
  expect(others).toEqual([]);
  expect(run?.folder).toBe('supabase');
  expect(run?.files).toEqual([
    'tests/01-table-grants.test.ts',
    'tests/20-orders.test.ts',
    'tests/function-grants.test.ts',
    'tests/migrations.test.ts',
    'tests/support/order-calls.ts',
  ]);
});

test('the tests that any change of SQL runs are there in this repository', () => {
  const root = path.join(import.meta.dirname, '../..');
  const [run] = chooseTests(root, ['supabase/seed.sql'], () => []);
  const names = run?.files.map((file) => path.basename(file, '.test.ts').replace(/^\d+-/, ''));
  expect(names).toEqual(expect.arrayContaining(['function-grants', 'migrations', 'table-grants']));
});

import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { findServerFiles } from './find-server-files.ts';

const root = path.join(import.meta.dirname, '../..');

test('finds what a server imports, directly or through a package of ours, and nothing that Next compiles', async () => {
  const files = await findServerFiles(path.join(root, 'apps/stays/server.ts'));
  const names = files.map((file) => path.relative(root, file));
  expect(names).toEqual(
    expect.arrayContaining([
      'apps/stays/server.ts',
      'apps/stays/src/env.ts',
      'packages/api-kit/src/server/start-app-server.ts',
      'packages/api-kit/src/parse-env.ts',
    ]),
  );
  expect(names.filter((name) => /^packages\/auth\/dist\//.test(name))).toHaveLength(1);
  expect(names.filter((name) => /\/app\/|\.tsx$|node_modules/.test(name))).toEqual([]);
});

test('finds a file that is imported but does not exist yet, and ends when files import each other', async () => {
  const folder = makeTempFolder({
    'server.ts': `import { a } from './a.ts';\nimport '@gudbro/no-such-package';\n`,
    'a.ts': `export { b } from './b.ts';\nimport { server } from './server.ts';\n`,
  });
  const files = await findServerFiles(path.join(folder, 'server.ts'));
  expect(files.map((file) => path.basename(file))).toEqual(['a.ts', 'b.ts', 'server.ts']);
});

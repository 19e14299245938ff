import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { watchFiles } from './watch-files.ts';

test('several files saved at once are reported as one change with all their names', async () => {
  const folder = makeTempFolder({ 'a.sql': '', 'b.sql': '' });
  const changes: (readonly string[])[] = [];
  const watching = await watchFiles({
    paths: [folder],
    // A busy machine notices the last one much later than the first.
    settleMs: 2_000,
    onChange: async (files) => void changes.push(files.map((file) => path.basename(file))),
  });
  onTestFinished(watching.close);
  for (const name of ['b.sql', 'a.sql', 'new.sql']) {
    writeFileSync(path.join(folder, name), 'select 1;');
  }
  await expect.poll(() => changes).toEqual([['a.sql', 'b.sql', 'new.sql']]);
});

test('a file saved while the last change is being handled is handled after it, not at the same time', async () => {
  const folder = makeTempFolder({ 'a.sql': '', 'b.sql': '' });
  const events: string[] = [];
  let finish: () => void = () => undefined;
  const watching = await watchFiles({
    paths: [folder],
    onChange: async ([file = '']) => {
      events.push(`begin ${path.basename(file)}`);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      events.push(`end ${path.basename(file)}`);
    },
  });
  writeFileSync(path.join(folder, 'a.sql'), 'select 1;');
  await expect.poll(() => events).toEqual(['begin a.sql']);
  // A second watcher shows when the second save has been noticed.
  const seen: string[] = [];
  const other = await watchFiles({ paths: [folder], onChange: async (files) => void seen.push(...files) });
  onTestFinished(other.close);
  writeFileSync(path.join(folder, 'b.sql'), 'select 1;');
  await expect.poll(() => seen).toEqual([path.join(folder, 'b.sql')]);
  expect(events).toEqual(['begin a.sql']);
  finish();
  await expect.poll(() => events).toEqual(['begin a.sql', 'end a.sql', 'begin b.sql']);
  finish();
  await watching.close();
  expect(events.at(-1)).toBe('end b.sql');
});

test('a folder that is made later is watched as well, and an ignored folder is not', async () => {
  const folder = makeTempFolder({ 'bench/load.ts': '' });
  const changes: string[] = [];
  const watching = await watchFiles({
    paths: [folder],
    isIgnored: (file) => file.startsWith(path.join(folder, 'bench')),
    onChange: async (files) => void changes.push(...files.map((file) => path.relative(folder, file))),
  });
  onTestFinished(watching.close);
  writeFileSync(path.join(folder, 'bench/load.ts'), 'changed');
  mkdirSync(path.join(folder, 'schemas'));
  writeFileSync(path.join(folder, 'schemas/rooms.sql'), 'select 1;');
  await expect.poll(() => changes).toContain('schemas/rooms.sql');
  expect(changes.filter((file) => file.startsWith('bench'))).toEqual([]);
});

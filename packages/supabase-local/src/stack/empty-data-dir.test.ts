import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTempDir } from '../testing/temp-dir.ts';
import { emptyDataDir } from './empty-data-dir.ts';
import { openDataDir } from './open-data-dir.ts';

it('deletes what the stack wrote and no other file in the folder', async () => {
  const dir = await makeTempDir();
  await mkdir(join(dir, 'database/base'), { recursive: true });
  await writeFile(join(dir, 'letter.txt'), 'Dear Sarah');
  await emptyDataDir(dir);
  expect(await readdir(dir)).toEqual(['letter.txt']);
});

it('refuses to empty a folder that a stack is using', async () => {
  const dir = await makeTempDir();
  const running = await openDataDir(dir);
  await writeFile(join(dir, 'storage/photo'), 'x');
  await expect(emptyDataDir(dir)).rejects.toMatchObject({ code: 'data_dir_in_use' });
  expect(await readdir(join(dir, 'storage'))).toEqual(['photo']);
  await running.release();
});

import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTempDir } from '../testing/temp-dir.ts';
import { isDiskFull, mapDiskError } from './map-disk-error.ts';

it('calls a full disk by its name, from a write that met one', async () => {
  const error = await writeFile('/dev/full', 'x').catch((thrown: unknown) => thrown);
  expect(mapDiskError(error, '/data')).toMatchObject({
    code: 'disk_full',
    message: 'The disk that holds the data folder /data is full. Make room, or set DATA_DIR to another disk.',
    cause: error,
  });
});

it('knows a disk without room from one with: /proc never has any', async () => {
  expect(await isDiskFull('/proc')).toBe(true);
  expect(await isDiskFull(tmpdir())).toBe(false);
});

it('calls a folder that cannot be written by its name', async () => {
  const file = join(await makeTempDir(), 'file');
  await writeFile(file, '');
  const error = await writeFile(join(file, 'below'), '').catch((thrown: unknown) => thrown);
  expect(mapDiskError(error, '/data')).toMatchObject({ code: 'data_dir_unwritable' });
});

it.each(['EACCES', 'EPERM', 'EROFS'])('counts %s as a folder that cannot be written', (code) => {
  expect(mapDiskError(Object.assign(new Error('no'), { code }), '/data')).toMatchObject({
    code: 'data_dir_unwritable',
  });
});

it('leaves an error that is not about the disk alone', () => {
  expect(mapDiskError(new Error('other'), '/data')).toBeNull();
  expect(mapDiskError(Object.assign(new Error('other'), { code: 'ECONNRESET' }), '/data')).toBeNull();
});

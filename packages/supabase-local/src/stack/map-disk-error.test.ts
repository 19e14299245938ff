import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTempDir } from '../testing/temp-dir.ts';
import { isDiskFull, mapDiskError } from './map-disk-error.ts';

it('maps the error of a write to a full disk to disk_full', async () => {
  const error = await writeFile('/dev/full', 'x').catch((thrown: unknown) => thrown);
  expect(mapDiskError(error, '/data')).toMatchObject({
    code: 'disk_full',
    message: 'The disk that holds the data folder /data is full. Make room, or set DATA_DIR to another disk.',
    cause: error,
  });
});

it('isDiskFull is true for /proc, which never has space, and false for the temporary folder', async () => {
  expect(await isDiskFull('/proc')).toBe(true);
  expect(await isDiskFull(tmpdir())).toBe(false);
});

it('maps a write below a file to data_dir_unwritable', async () => {
  const file = join(await makeTempDir(), 'file');
  await writeFile(file, '');
  const error = await writeFile(join(file, 'below'), '').catch((thrown: unknown) => thrown);
  expect(mapDiskError(error, '/data')).toMatchObject({ code: 'data_dir_unwritable' });
});

it.each(['EACCES', 'EPERM', 'EROFS'])('maps %s to data_dir_unwritable', (code) => {
  expect(mapDiskError(Object.assign(new Error('no'), { code }), '/data')).toMatchObject({
    code: 'data_dir_unwritable',
  });
});

it('returns null for an error that is not about the disk', () => {
  expect(mapDiskError(new Error('other'), '/data')).toBeNull();
  expect(mapDiskError(Object.assign(new Error('other'), { code: 'ECONNRESET' }), '/data')).toBeNull();
});

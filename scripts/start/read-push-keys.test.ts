import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isVapidKeyPair } from '../../apps/jobs/src/push/vapid-keys.ts';
import { makeTempFolder } from '../testing/make-temp-folder.ts';
import { readPushKeys } from './read-push-keys.ts';

test('the keys for push messages are made once, and nobody else may read them', async () => {
  const folder = makeTempFolder({});
  const made = await readPushKeys(folder);
  expect(isVapidKeyPair(made.VAPID_PUBLIC_KEY, made.VAPID_PRIVATE_KEY)).toBe(true);
  expect(await readPushKeys(folder)).toEqual(made);
  expect((await stat(path.join(folder, 'push-keys.json'))).mode & 0o077).toBe(0);
});

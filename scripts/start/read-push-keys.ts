import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeVapidKeyPair } from '../../apps/jobs/src/push/vapid-keys.ts';
import { readIfThere } from './read-if-there.ts';

export type PushKeys = { VAPID_PUBLIC_KEY: string; VAPID_PRIVATE_KEY: string; VAPID_SUBJECT: string };

/**
 * The keys for push messages, made on the first start and saved in the data folder: a browser that asked for messages accepts
 * those of these keys alone.
 */
export async function readPushKeys(dataDir: string): Promise<PushKeys> {
  const file = path.join(dataDir, 'push-keys.json');
  const saved = await readIfThere(file);
  if (saved !== null) {
    return JSON.parse(saved);
  }
  const { publicKey, privateKey } = makeVapidKeyPair();
  const made = {
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: 'mailto:stays@example.com',
  };
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

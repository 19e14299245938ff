import type { SymmetricKey } from './seal.ts';

/** The keys of a deployment that wrap those of its places. The first one wraps, the others only open. */
export type MasterKeys = { current: MasterKey; byId: ReadonlyMap<string, SymmetricKey> };

export type MasterKey = { id: string; key: SymmetricKey };

const form = /^([a-zA-Z0-9_-]{1,40}):([A-Za-z0-9+/_-]{43}=?)$/;

/** Whether a setting is a list of master keys: `id:base64 of 32 bytes`, several with commas between them, the newest first. */
export function areMasterKeys(text: string): boolean {
  const ids = text.split(',').map((one) => form.exec(one.trim())?.[1]);
  return ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
}

/** Reads such a setting. Throws where it has another form, without its content. */
export async function readMasterKeys(text: string): Promise<MasterKeys> {
  const keys = await Promise.all(text.split(',').map((one) => readMasterKey(one.trim())));
  const [current] = keys;
  if (current === undefined || !areMasterKeys(text)) {
    throw new TypeError('A list of master keys has another form.');
  }
  return { current, byId: new Map(keys.map(({ id, key }) => [id, key])) };
}

async function readMasterKey(text: string): Promise<MasterKey> {
  const [, id, encoded] = form.exec(text) ?? [];
  if (id === undefined || encoded === undefined) {
    throw new TypeError('A master key has another form.');
  }
  const bytes = Buffer.from(encoded.replaceAll('-', '+').replaceAll('_', '/'), 'base64');
  return { id, key: await importKey(bytes) };
}

/** A key for AES-256-GCM that can't be read out again. */
export function importKey(bytes: Uint8Array): Promise<SymmetricKey> {
  return crypto.subtle.importKey('raw', Buffer.from(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

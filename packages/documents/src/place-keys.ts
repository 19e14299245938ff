import { importKey, type MasterKeys } from './master-keys.ts';
import { open, type SymmetricKey, seal } from './seal.ts';

/** The key of a place as the database has it. */
export type StoredPlaceKey = { version: number; wrappedKey: string; masterKeyId: string };

/** The key of a place, opened. */
export type PlaceKey = { propertyId: string; bytes: Uint8Array; key: SymmetricKey };

/** A new key for a place, wrapped by the current master key. */
export async function offerPlaceKey(
  masters: MasterKeys,
  propertyId: string,
): Promise<Omit<StoredPlaceKey, 'version'>> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return wrapPlaceKey(masters, propertyId, bytes);
}

/** Opens the key of a place. Throws where the deployment does not have the master key that wrapped it. */
export async function openPlaceKey(
  masters: MasterKeys,
  propertyId: string,
  stored: StoredPlaceKey,
): Promise<PlaceKey> {
  const master = masters.byId.get(stored.masterKeyId);
  if (master === undefined) {
    throw new Error(`The master key ${stored.masterKeyId} is not among DOCUMENT_KEYS.`);
  }
  const bytes = await open(master, Buffer.from(stored.wrappedKey, 'base64url'), [
    'place',
    propertyId,
    stored.masterKeyId,
  ]);
  return { propertyId, bytes, key: await importKey(bytes) };
}

/** The same key of a place, wrapped by the current master key. */
export async function rewrapPlaceKey(
  masters: MasterKeys,
  propertyId: string,
  stored: StoredPlaceKey,
): Promise<Omit<StoredPlaceKey, 'version'>> {
  return wrapPlaceKey(masters, propertyId, (await openPlaceKey(masters, propertyId, stored)).bytes);
}

async function wrapPlaceKey({ current }: MasterKeys, propertyId: string, bytes: Uint8Array) {
  const wrapped = await seal(current.key, bytes, ['place', propertyId, current.id]);
  return { wrappedKey: Buffer.from(wrapped).toString('base64url'), masterKeyId: current.id };
}

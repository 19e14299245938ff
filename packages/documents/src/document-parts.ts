import { importKey } from './master-keys.ts';
import type { PlaceKey } from './place-keys.ts';
import { open, seal } from './seal.ts';

/** What is sealed of a document, each part by a key of its own, since they are erased at different times. */
export type DocumentPart = 'image' | 'fields';

/** What the form of a sealed part is, so that a later one can be told from it. */
const form = '1';

/** Seals a part of a document. The key that opens it comes back wrapped by that of the place. */
export async function sealPart(
  place: PlaceKey,
  documentId: string,
  part: DocumentPart,
  bytes: Uint8Array,
): Promise<{ sealed: Uint8Array; wrappedKey: string }> {
  const own = crypto.getRandomValues(new Uint8Array(32));
  const sealed = await seal(await importKey(own), bytes, belongingOf(place, documentId, part));
  return { sealed, wrappedKey: await wrapPartKey(place, documentId, part, own) };
}

/** Opens a part of a document. Throws where it, its key or the place is another one. */
export async function openPart(
  place: PlaceKey,
  documentId: string,
  part: DocumentPart,
  { sealed, wrappedKey }: { sealed: Uint8Array; wrappedKey: string },
): Promise<Uint8Array> {
  const own = await unwrapPartKey(place, documentId, part, wrappedKey);
  return open(await importKey(own), sealed, belongingOf(place, documentId, part));
}

/** The key of a part, wrapped by another key of its place. */
export async function rewrapPartKey(
  from: PlaceKey,
  to: PlaceKey,
  documentId: string,
  part: DocumentPart,
  wrappedKey: string,
): Promise<string> {
  return wrapPartKey(to, documentId, part, await unwrapPartKey(from, documentId, part, wrappedKey));
}

/** What the desk finds the same number by. Without the key of the place it says nothing about the number. */
export async function digestNumber(place: PlaceKey, documentNumber: string): Promise<string> {
  const base = await crypto.subtle.importKey('raw', Buffer.from(place.bytes), 'HKDF', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: Buffer.from('document number') },
    base,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const number = Buffer.from(documentNumber.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
  return Buffer.from(await crypto.subtle.sign('HMAC', key, number)).toString('base64url');
}

async function wrapPartKey(place: PlaceKey, documentId: string, part: DocumentPart, own: Uint8Array) {
  const wrapped = await seal(place.key, own, ['key', ...belongingOf(place, documentId, part)]);
  return Buffer.from(wrapped).toString('base64url');
}

function unwrapPartKey(place: PlaceKey, documentId: string, part: DocumentPart, wrappedKey: string) {
  const belonging = ['key', ...belongingOf(place, documentId, part)];
  return open(place.key, Buffer.from(wrappedKey, 'base64url'), belonging);
}

function belongingOf({ propertyId }: PlaceKey, documentId: string, part: DocumentPart): string[] {
  return [propertyId, documentId, part, form];
}

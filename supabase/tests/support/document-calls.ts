import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type { Outcome } from './guest-calls.ts';
import { callByName } from './incident-calls.ts';
import {
  type Booking,
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
} from './make-property.ts';
import { type Subject, subjectOfBooking } from './order-calls.ts';
import { type Person, queryAs } from './people.ts';

export const documentBucket = 'guest-documents';

/** What the server offers as the key of a place. Real ones are wrapped by the master key; SQL looks at their form alone. */
export const offeredKey = { wrappedKey: 'wrapped-key-of-the-place-'.repeat(2), masterKeyId: 'master-1' };

/** What of a document is never told to anybody but the members who open it. */
export const sealed = {
  imageKey: 'image-key-that-nobody-reads',
  pages: 2,
  bytes: 9,
  fields: 'fields-that-nobody-reads',
  fieldsKey: 'fields-key-that-nobody-reads',
  fieldNames: ['surname', 'documentNumber'],
  numberDigest: 'digest-that-nobody-reads',
};

export type Begun = Outcome & {
  ok: boolean;
  id: string;
  path: string | null;
  keptFields: string[];
  key: { version: number; wrappedKey: string; masterKeyId: string };
};

/** A place that keeps documents in this way, by default with pictures. */
export async function makeDocumentPlace(
  database: TestDatabase,
  columns: Record<string, unknown> = {},
  documents = 'image',
): Promise<Property> {
  const reason = { document_image_reason: 'The police of the province ask for it.' };
  return makeProperty(database, { ...reason, ...columns }, { documents });
}

export type Stay = { booking: Booking; subject: Subject };

/** A guest who stays there from yesterday to tomorrow. */
export async function makeStay(
  database: TestDatabase,
  property: Property,
  columns: Parameters<typeof makeBooking>[2] = {},
): Promise<Stay> {
  const booking = await makeBooking(database, await makeRoom(database, property), columns);
  return { booking, subject: subjectOfBooking(booking) };
}

/** What one's own list of documents says. */
export async function listOwn(database: TestDatabase, subject: Subject) {
  return (await callByName(database, 'list_own_documents', { subject })) as Outcome & {
    policy: Record<string, unknown> & { consentVersion: string };
    people: { id: string; name: string; isChild: boolean }[];
    documents: Record<string, unknown>[];
  }; // the tests check what they read of it
}

export type BeginRequest = {
  document?: Record<string, unknown>;
  hasPicture?: boolean;
  key?: string | null;
  offered?: unknown;
};

/** Announces a passport under the consent that the place asks for now. */
export async function begin(
  database: TestDatabase,
  subject: Subject,
  { document, hasPicture = true, key = null, offered = offeredKey }: BeginRequest = {},
): Promise<Begun> {
  const consentVersion =
    document?.['consentVersion'] ?? (await listOwn(database, subject)).policy?.consentVersion;
  return (await callByName(database, 'begin_guest_document', {
    subject,
    document: { documentType: 'passport', consentLocale: 'en', ...document, consentVersion },
    has_picture: hasPicture,
    offered_key: offered,
    idempotency_key: key,
  })) as Begun; // each test checks the outcome that it expects
}

/** Stores a sealed picture, by default as the stays server. Returns whether Storage took it. */
export async function storeSealed(
  database: TestDatabase,
  path: string | null,
  caller: Parameters<TestDatabase['client']>[0] = 'guest_api',
): Promise<boolean> {
  const { error } = await database
    .client(caller)
    .storage.from(documentBucket)
    .upload(path ?? '', Buffer.from('encrypted'), {
      contentType: 'application/octet-stream',
      upsert: false,
    });
  return error === null;
}

export function finish(
  database: TestDatabase,
  subject: Subject,
  { id, path }: Pick<Begun, 'id' | 'path'>,
  more: Record<string, unknown> = {},
): Promise<Outcome> {
  const { imageKey: _key, pages: _pages, bytes: _bytes, ...fields } = sealed;
  const ofPicture = path === null ? fields : { ...sealed, path };
  return callByName(database, 'finish_guest_document', {
    subject,
    document_id: id,
    sealed: { ...ofPicture, ...more },
  });
}

/** Announces a document, stores its picture and completes it. Returns its id and where the picture is. */
export async function makeDocument(
  database: TestDatabase,
  subject: Subject,
  { sealed: more = {}, ...request }: BeginRequest & { sealed?: Record<string, unknown> } = {},
): Promise<{ id: string; path: string }> {
  const begun = await begin(database, subject, request);
  if (begun.path !== null) await storeSealed(database, begun.path);
  const finished = await finish(database, subject, begun, more);
  if (finished['ok'] !== true) throw new Error(`not complete: ${JSON.stringify([begun, finished])}`);
  return { id: begun.id, path: begun.path ?? '' };
}

/** Inserts a complete document with a picture as superuser, for what happens to it later. */
export async function insertDocument(
  database: TestDatabase,
  { id: booking_id, property_id }: Booking,
  columns: Record<string, unknown> = {},
): Promise<{ id: string; storage_path: string | null }> {
  return insertRow(database, 'accom_guest_documents', {
    ...{ property_id, booking_id, document_type: 'passport', key_version: 1 },
    ...{ consent_version: '1.a', consent_locale: 'en', stored_at: new Date().toISOString() },
    ...{ storage_path: `${property_id}/${booking_id}/${crypto.randomUUID()}`, pages: 1, file_size: 9 },
    image_key: sealed.imageKey,
    ...columns,
  });
}

export const withoutPicture = { storage_path: null, image_key: null, pages: null, file_size: null };

export async function readDocument(
  database: TestDatabase,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await database.sql('select * from public.accom_guest_documents where id = $1', [id]);
  return row;
}

/** Takes the switch from a member, who sees no documents from then on. */
export async function takeSight(database: TestDatabase, { accountId }: { accountId: string }): Promise<void> {
  await database.sql('update public.property_members set sees_documents = false where account_id = $1', [
    accountId,
  ]);
}

export type Listed = Record<string, unknown> & { id: string; version: string };

/** The documents of a place as a member lists them. */
export async function listDocuments(
  database: TestDatabase,
  person: Person,
  property: Property,
  {
    booking = null,
    status = null,
    skipped = 0,
  }: { booking?: string | null; status?: string | null; skipped?: number } = {},
): Promise<Listed[]> {
  const [row] = await queryAs<{ documents: Listed[] }>(
    database,
    person,
    'select public.list_documents($1, $2, $3, $4) as documents',
    [property.id, booking, status, skipped],
  );
  return row?.documents ?? [];
}

export type Opened = Record<string, unknown> & { grants: string[] };

/** Opens a document as a member. */
export async function openDocument(
  database: TestDatabase,
  person: Person,
  property: Property,
  document_id: string,
): Promise<Opened> {
  const args = { property_id: property.id, document_id };
  return (await callByName(database, 'open_document', args, person)) as Opened; // the tests check what they read of it
}

export function useGrant(
  database: TestDatabase,
  person: Person,
  property: Property,
  grant_id: string | undefined,
): Promise<Outcome> {
  const args = { property_id: property.id, grant_id };
  return callByName(database, 'use_document_grant', args, person);
}

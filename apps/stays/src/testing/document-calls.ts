import { openPart, openPlaceKey, readMasterKeys } from '@gudbro/documents';
import { documentHandlers } from '@/app/api/document';
import type { Guest } from './make-guest';
import { newAddress, sendRequest } from './send-request';
import type { TestStays } from './start-test-stays';

/** Sets what a place of the demo keeps of documents. */
export async function setDocuments(
  stays: TestStays,
  slug: string,
  mode: 'off' | 'fields_only' | 'image',
): Promise<void> {
  await stays.database.sql(
    `update public.accom_properties
     set access_settings = access_settings || jsonb_build_object('documents', $2::text) where slug = $1`,
    [slug, mode],
  );
}

/** The version of what a guest agrees to now. */
export async function consentOf(stays: TestStays, guest: Guest): Promise<string> {
  const response = await sendRequest(stays, documentHandlers.listDocuments, {
    params: { code: guest.bookingCode },
    token: guest.full,
  });
  return (await response.json()).policy.consentVersion;
}

/** Adds a document as the guest app does: as JSON, or as a form where there is a file. */
export async function addDocument(
  stays: TestStays,
  guest: Guest,
  fields: Record<string, string>,
  file: Uint8Array | null = null,
  key: string | null = null,
) {
  const body = { consentVersion: await consentOf(stays, guest), ...fields };
  const params = { code: guest.bookingCode };
  const headers = {
    authorization: `Bearer ${guest.full}`,
    ...(key === null ? {} : { 'idempotency-key': key }),
    ...(file === null ? { 'content-type': 'application/json' } : {}),
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.set(name, value);
  if (file !== null) form.set('file', new Blob([Buffer.from(file)]), 'passport.jpg');
  const init = { method: 'POST', headers, body: file === null ? JSON.stringify(body) : form };
  const path = `/api/stay/${guest.bookingCode}/documents`;
  const response = await stays.call(documentHandlers.addDocument, path, {
    params,
    address: newAddress(),
    init,
  });
  return { status: response.status, body: await response.json() };
}

/** The document of a booking as the database has it, with the key of its place, and what it says. */
export async function openStored(stays: TestStays, { bookingId }: Pick<Guest, 'bookingId'>) {
  const [row = {}] = await stays.database.sql<Record<string, string | null>>(
    `select d.*, k.wrapped_key, k.master_key_id from public.accom_guest_documents d
     join public.document_keys k on k.property_id = d.property_id and k.version = d.key_version
     where d.booking_id = $1`,
    [bookingId],
  );
  const masters = await readMasterKeys(process.env['DOCUMENT_KEYS'] ?? '');
  const place = await openPlaceKey(masters, row['property_id'] ?? '', {
    version: 1,
    wrappedKey: row['wrapped_key'] ?? '',
    masterKeyId: row['master_key_id'] ?? '',
  });
  const { sealed_fields: fields, fields_key: wrappedKey } = row;
  const id = row['id'] ?? '';
  if (fields == null || wrappedKey == null) {
    return { id, row, place, says: {} };
  }
  const sealed = { sealed: Buffer.from(fields, 'base64url'), wrappedKey };
  const opened = Buffer.from(await openPart(place, id, 'fields', sealed)).toString();
  const says: Record<string, string> = JSON.parse(opened);
  return { id, row, place, says };
}

import { offerPlaceKey, openPlaceKey, readMasterKeys, sealFields, sealPart } from '@gudbro/documents';
import { writeFrames } from '@gudbro/pictures';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import sharp from 'sharp';
import { testDocumentKeys } from './next-request';

type HandedIn = {
  /** The code of a booking of the seed whose guest is in house. */
  bookingCode?: string;
  personName?: string;
  fields?: Record<string, string>;
  /** How many pages its picture has. */
  pages?: number;
};

type Begun = {
  ok: boolean;
  id: string;
  propertyId: string;
  path: string | null;
  key: { version: number; wrappedKey: string; masterKeyId: string };
};

/** Hands in a document as the guest app does: announced, sealed, stored and completed. Returns its id. */
export async function handInDocument(db: TestDatabase, handedIn: HandedIn = {}): Promise<string> {
  const { bookingCode = 'BK-GUEST2', personName, fields = {}, pages = 1 } = handedIn;
  const [stay] = await db.sql<{ propertyId: string; bookingId: string; version: string }>(
    `select b.property_id as "propertyId", b.id as "bookingId",
       private.describe_document_policy(p) ->> 'consentVersion' as version
     from public.accom_bookings b join public.accom_properties p on p.id = b.property_id where b.booking_code = $1`,
    [bookingCode],
  );
  if (stay === undefined) throw new Error(`The seed has no ${bookingCode}.`);
  // A guest hands in five a minute at most, and a test more.
  await db.sql(`delete from public.rate_limits where true`);
  const { version, ...subject } = stay;
  const masters = await readMasterKeys(testDocumentKeys);
  const guest = db.client('guest_api');
  const call = async (name: string, args: Record<string, unknown>): Promise<Begun> => {
    const { data, error } = await guest.rpc(name as 'begin_guest_document', args as never);
    const outcome = data as Begun | null; // the functions' own shape
    if (error !== null || outcome?.ok !== true) throw new Error(error?.message ?? JSON.stringify(outcome));
    return outcome;
  };
  const begun = await call('begin_guest_document', {
    subject,
    document: {
      documentType: 'passport',
      nationality: fields['nationality'],
      visaExpiryDate: fields['visaExpiryDate'],
      consentVersion: version,
      consentLocale: 'en',
      ...(personName === undefined ? {} : { newPerson: { name: personName, isChild: false } }),
    },
    has_picture: pages > 0,
    offered_key: await offerPlaceKey(masters, stay.propertyId),
  });
  const place = await openPlaceKey(masters, begun.propertyId, begun.key);
  const picture = await sealPart(place, begun.id, 'image', await makePages(pages));
  if (begun.path !== null) {
    const { error } = await guest.storage
      .from('guest-documents')
      .upload(begun.path, Buffer.from(picture.sealed), { contentType: 'application/octet-stream' });
    if (error !== null) throw error;
  }
  await call('finish_guest_document', {
    subject,
    document_id: begun.id,
    sealed: {
      ...(begun.path === null
        ? {}
        : { path: begun.path, imageKey: picture.wrappedKey, pages, bytes: picture.sealed.length }),
      ...(await sealFields(place, begun.id, fields)),
    },
  });
  return begun.id;
}

/** Each page is as wide as its number says, so that one is told from another. */
async function makePages(count: number): Promise<Buffer> {
  const pages = Array.from({ length: count }, async (_, index) => {
    const [width, height] = [600 + 100 * index, 420];
    const bytes = await sharp({ create: { width, height, channels: 3, background: '#d8c9a8' } })
      .jpeg()
      .toBuffer();
    return { width, height, bytes };
  });
  return writeFrames(await Promise.all(pages));
}

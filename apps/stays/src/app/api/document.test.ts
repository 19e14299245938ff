import { openPart } from '@gudbro/documents';
import { readFrames } from '@gudbro/pictures';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentHandlers } from '@/app/api/document';
import { addDocument, consentOf, openStored, setDocuments } from '@/testing/document-calls';
import { type Guest, makeGuest, makeRoomMate } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const canaries = ['Quetzalcoatl', 'Xochimilco', 'ZX81CANARY77', '1971-03-17'];
const fields = {
  documentType: 'passport',
  surname: 'Quetzalcoatl',
  givenNames: 'Xochimilco',
  birthDate: '1971-03-17',
  nationality: 'MX',
  documentNumber: 'ZX81CANARY77',
};

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const read = async (handler: keyof typeof documentHandlers, guest: Guest, id?: string) => {
  const params = { code: guest.bookingCode, ...(id === undefined ? {} : { id }) };
  const response = await sendRequest(stays, documentHandlers[handler], { params, token: guest.full });
  return { status: response.status, body: await response.json() };
};

async function makeHouseGuest(mode: 'fields_only' | 'image', slug = 'sunset-hotel') {
  await setDocuments(stays, slug, mode);
  return makeGuest(stays, { slug });
}

async function download(path: string): Promise<Buffer> {
  const storage = stays.database.client('service_role').storage.from('guest-documents');
  const { data, error } = await storage.download(path);
  if (data === null) throw error;
  return Buffer.from(await data.arrayBuffer());
}

/** A picture with everything that a phone writes into one. */
const passport = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Artist: 'Xochimilco' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 3/1 0/1' } })
    .jpeg()
    .toBuffer();

describe('what a document says', () => {
  test('is listed by the names of its fields, and stands nowhere in the database but sealed', async () => {
    const guest = await makeHouseGuest('fields_only');
    const added = await addDocument(stays, guest, fields);
    expect(added).toMatchObject({
      status: 201,
      body: { document: { status: 'pending', hasPicture: false } },
    });
    const { body } = await read('listDocuments', guest);
    expect(body.documents).toHaveLength(1);
    expect(body.documents[0].fieldNames).toContain('documentNumber');
    expect(JSON.stringify(body)).not.toContain('ZX81');
    const { says } = await openStored(stays, guest);
    expect(says).toMatchObject({ surname: 'Quetzalcoatl', documentNumber: 'ZX81CANARY77' });
  });

  test('is found in no table of the database', async () => {
    const guest = await makeHouseGuest('fields_only');
    await addDocument(stays, guest, fields);
    const tables = await stays.database.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'storage')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      for (const canary of canaries) {
        const rows = await stays.database.sql(`select from ${name} t where t::text ilike '%' || $1 || '%'`, [
          canary,
        ]);
        if (rows.length > 0) found.push(`${canary} in ${name}`);
      }
    }
    expect(tables.length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  test('is limited to what the law of the place lets it keep: of Spain no end of a document and no visa', async () => {
    const guest = await makeHouseGuest('fields_only', 'quiet-house');
    const visa = { visaType: 'tourist', visaExpiryDate: '2027-01-01', expiryDate: '2030-01-01' };
    await addDocument(stays, guest, { ...fields, ...visa });
    const { says } = await openStored(stays, guest);
    expect(Object.keys(says).sort()).toEqual(['birthDate', 'documentNumber', 'givenNames', 'surname']);
    expect((await read('readVisaStatus', guest)).body).toEqual({ visa: null });
  });
});

describe('a picture', () => {
  test('is stored as ciphertext under a name that says nothing, and opens to a JPEG without a word of the original', async () => {
    const guest = await makeHouseGuest('image');
    const added = await addDocument(stays, guest, fields, await passport());
    expect(added).toMatchObject({ status: 201, body: { document: { hasPicture: true } } });
    const { row, place } = await openStored(stays, guest);
    const path = row['storage_path'] ?? '';
    expect(path).toMatch(new RegExp(`^${guest.propertyId}/${guest.bookingId}/[0-9a-f-]{36}$`));
    const sealed = await download(path);
    expect(sealed.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    const opened = await openPart(place, row['id'] ?? '', 'image', {
      sealed,
      wrappedKey: row['image_key'] ?? '',
    });
    const [page] = readFrames(Buffer.from(opened));
    const { format, exif, width } = await sharp(page?.bytes).metadata();
    expect({ format, exif, width }).toEqual({ format: 'jpeg', exif: undefined, width: 900 });
    const bytes = Buffer.from(page?.bytes ?? []);
    expect(['Xochimilco', 'Exif', 'GPS', 'XMP'].filter((trace) => bytes.includes(trace))).toEqual([]);
  });

  test.each([
    ['no picture at all', Buffer.from('not a picture'), 415, 'unsupported_file'],
    ['an empty file', Buffer.alloc(0), 415, 'unsupported_file'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'unsupported_file'],
    ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1), 413, 'too_large'],
  ])('that is %s leaves no row and no object', async (_what, file, status, error) => {
    const guest = await makeHouseGuest('image');
    expect(await addDocument(stays, guest, fields, file)).toMatchObject({ status, body: { error } });
    const rows = await stays.database.sql('select from public.accom_guest_documents where booking_id = $1', [
      guest.bookingId,
    ]);
    const objects = await stays.database.sql(
      `select from storage.objects where bucket_id = 'guest-documents' and name like '%' || $1 || '%'`,
      [guest.bookingId],
    );
    expect([rows.length, objects.length]).toEqual([0, 0]);
  });

  test('is refused where the place keeps none, before a byte of it is read, and asked for where it keeps them', async () => {
    const guest = await makeHouseGuest('fields_only');
    expect(await addDocument(stays, guest, fields, await passport())).toMatchObject({
      status: 409,
      body: { error: 'illegal_step', reason: 'no_pictures_here' },
    });
    await setDocuments(stays, 'sunset-hotel', 'image');
    expect(await addDocument(stays, guest, fields)).toMatchObject({
      body: { error: 'illegal_step', reason: 'picture_is_missing' },
    });
  });
});

describe('a document that is sent again', () => {
  test('under its key is the same one, and another one under that key is refused', async () => {
    const guest = await makeHouseGuest('image');
    const key = crypto.randomUUID();
    const file = await passport();
    const first = await addDocument(stays, guest, fields, file, key);
    const second = await addDocument(stays, guest, fields, file, key);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.document.id).toBe(first.body.document.id);
    expect((await read('listDocuments', guest)).body.documents).toHaveLength(1);
    const other = await addDocument(stays, guest, { ...fields, documentType: 'visa' }, file, key);
    expect(other.body).toMatchObject({ error: 'conflict', reason: 'key_was_used_for_another_document' });
  });

  test('four times at once is one document', async () => {
    const guest = await makeHouseGuest('fields_only');
    const key = crypto.randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => addDocument(stays, guest, fields, null, key)),
    );
    const ids = sent.flatMap(({ body }) => (body.document === undefined ? [] : [body.document.id]));
    expect(new Set(ids).size).toBe(1);
    expect((await read('listDocuments', guest)).body.documents).toHaveLength(1);
  });
});

test('a guest removes what is not checked yet: the row, its keys and soon its object are gone', async () => {
  const guest = await makeHouseGuest('image');
  const { body } = await addDocument(stays, guest, fields, await passport());
  const { row } = await openStored(stays, guest);
  expect(await read('removeDocument', guest, body.document.id)).toMatchObject({ body: { removed: true } });
  expect((await read('listDocuments', guest)).body.documents).toEqual([]);
  const queued = await stays.database.sql('select from public.storage_removals where name = $1', [
    row['storage_path'],
  ]);
  expect(queued).toHaveLength(1);
});

test.each([
  ['of another room', () => makeGuest(stays)],
  ['in the other bed of the room', (guest: Guest) => makeRoomMate(stays, guest)],
])('no other guest, %s, removes, lists or asks about it', async (_which, makeOther) => {
  await setDocuments(stays, 'sunset-hotel', 'fields_only');
  const guest = await makeGuest(stays, { isDorm: true });
  const { body } = await addDocument(stays, guest, {
    ...fields,
    visaType: 'tourist',
    visaExpiryDate: '2030-01-01',
  });
  const other = await makeOther(guest);
  for (const handler of ['removeDocument', 'askForErasure'] as const) {
    expect(await read(handler, other, body.document.id)).toMatchObject({ status: 404 });
    // By the address of the stay that has it, with the token of the other.
    const stolen = { ...other, bookingCode: guest.bookingCode };
    expect(await read(handler, stolen, body.document.id)).toMatchObject({ status: 403 });
  }
  expect((await read('listDocuments', other)).body.documents).toEqual([]);
  expect((await read('readVisaStatus', other)).body).toEqual({ visa: null });
  expect((await read('readVisaStatus', guest)).body).toMatchObject({ visa: { expiryDate: '2030-01-01' } });
});

test('what the guest agreed to is asked anew once the place keeps it longer', async () => {
  const guest = await makeHouseGuest('fields_only');
  const consentVersion = await consentOf(stays, guest);
  await stays.database.sql(
    `update public.accom_properties set document_retention_days = 30 where slug = 'sunset-hotel'`,
  );
  const outdated = await addDocument(stays, guest, { ...fields, consentVersion });
  expect(outdated.body).toMatchObject({ error: 'conflict', reason: 'consent_changed' });
  expect(await addDocument(stays, guest, fields)).toMatchObject({ status: 201 });
});

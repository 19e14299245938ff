import { documentFields, documentLaws, findKeptData } from '@gudbro/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDocument, openStored, setDocuments } from '@/testing/document-calls';
import { makeGuest } from '@/testing/make-guest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
  await setDocuments(stays, 'sunset-hotel', 'fields_only');
  // Its guests have stayed there, so that its country is fixed for everybody but this test.
  await stays.database.sql(
    'alter table public.accom_properties disable trigger accom_properties_refuse_fixed',
  );
});
afterAll(() => stays.close());

const everything: Record<(typeof documentFields)[number], string> = {
  surname: 'Silva',
  givenNames: 'Ana',
  sex: 'F',
  birthDate: '1990-05-17',
  nationality: 'BR',
  issuingState: 'BR',
  documentNumber: 'FX123456',
  expiryDate: '2031-01-01',
  visaType: 'tourist',
  visaExpiryDate: '2027-01-01',
};

/** Which fields of the document of a booking are stored, in the row or sealed, whatever the row says that they are. */
async function listStored(bookingId: string): Promise<string[]> {
  const { row, says } = await openStored(stays, { bookingId });
  const plain = Object.entries({
    nationality: row['nationality'],
    visaType: row['visa_type'],
    visaExpiryDate: row['visa_expiry_date'],
    documentNumber: row['number_digest'],
  });
  return [...Object.keys(says), ...plain.filter(([, value]) => value != null).map(([name]) => name)];
}

async function storeAt(country: string, ownChoice: string[] | null, fields: Record<string, string>) {
  await stays.database.sql(
    `update public.accom_properties set country = $1, document_fields = $2 where slug = 'sunset-hotel'`,
    [country, ownChoice],
  );
  const guest = await makeGuest(stays);
  const added = await addDocument(stays, guest, { documentType: 'passport', ...fields });
  expect(added.status).toBe(201);
  return listStored(guest.bookingId);
}

test.each(documentLaws.map(({ country }) => country))(
  'of a document with everything, %s keeps exactly what its law allows',
  async (country) => {
    const stored = await storeAt(country, null, everything);
    expect([...new Set(stored)].sort()).toEqual([...findKeptData(country).fields].sort());
  },
);

test('whatever is sent and whatever the owner chose, what is stored is what both allow', async () => {
  const countries = [...documentLaws.map(({ country }) => country), 'ZZ'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...countries),
      fc.option(fc.subarray([...documentFields])),
      fc.subarray([...documentFields]),
      async (country, ownChoice, sent) => {
        const fields = Object.fromEntries(sent.map((name) => [name, everything[name]]));
        const stored = await storeAt(country, ownChoice, fields);
        const allowed = findKeptData(country).fields.filter(
          (name) => ownChoice === null || ownChoice.includes(name),
        );
        expect([...new Set(stored)].sort()).toEqual(sent.filter((name) => allowed.includes(name)).sort());
      },
    ),
    { numRuns: 60 },
  );
});

test('in Italy the number of a document is kept of the guest who booked alone', async () => {
  await stays.database.sql(
    `update public.accom_properties set country = 'IT', document_fields = null where slug = 'sunset-hotel'`,
  );
  const guest = await makeGuest(stays);
  await addDocument(stays, guest, { documentType: 'passport', ...everything, personName: 'Rui Silva' });
  const stored = await listStored(guest.bookingId);
  expect(stored).not.toContain('documentNumber');
  expect(stored).toContain('surname');
});

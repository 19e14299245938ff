import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { callAsStaysServer } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';

const bucket = 'incident-photos';
const photo = Buffer.from('RIFF____WEBP');

type Client = ReturnType<TestDatabase['client']>;

/** Uploads a photo, and returns the status of the error if it was refused. */
const store = async (client: Client, path: string, options = {}) => {
  const { error } = await client.storage
    .from(bucket)
    .upload(path, photo, { contentType: 'image/webp', ...options });
  return error === null ? 'stored' : Object.assign({ statusCode: '' }, error).statusCode;
};
const read = async (client: Client, path: string) =>
  (await client.storage.from(bucket).download(path)).error === null ? 'read' : 'refused';

async function signIn(database: TestDatabase, property: Property, role: string | null): Promise<Client> {
  const email = `${crypto.randomUUID()}@example.com`;
  const { client } = await database.signUp(email);
  if (role !== null) {
    await database.sql(
      `insert into public.property_members (property_id, account_id, role)
       select $1, id, $2::public.member_role from public.accounts where email = $3`,
      [property.id, role, email],
    );
  }
  return client;
}

onEachEngine('the bucket incident-photos', {}, (database) => {
  let property: Property;
  let subject: Record<string, string>;
  let guest: Client;
  const givePath = async (): Promise<string> => {
    const { photoPaths } = await callAsStaysServer(
      database(),
      `public.report_incident($1::jsonb, 'Leak', '', 'low', photo_count => 1)`,
      [subject],
    );
    const [path] = photoPaths as string[]; // the function's own shape; a wrong one fails the uploads
    return path ?? '';
  };

  beforeAll(async () => {
    guest = database().client('guest_api');
    property = await makeProperty(database());
    const booking = await makeBooking(database(), await makeRoom(database(), property));
    subject = { propertyId: property.id, bookingId: booking.id };
  });

  it('the bucket is private and takes WebP images up to five megabytes', async () => {
    const [row] = await database().sql(
      'select public, file_size_limit::integer as bytes, allowed_mime_types as types from storage.buckets where id = $1',
      [bucket],
    );
    expect(row).toEqual({ public: false, bytes: 5 * 1024 * 1024, types: ['image/webp'] });
  });

  it('only members of the property can read a photo, and neither they nor anybody else but the stays server can store one', async () => {
    const [path, empty] = [await givePath(), await givePath()];
    await store(guest, path);
    const elsewhere = await makeProperty(database());
    const readers: [Client, string][] = [
      [await signIn(database(), property, 'staff'), 'read'],
      [await signIn(database(), property, 'owner'), 'read'],
      [await signIn(database(), elsewhere, 'owner'), 'refused'],
      [await signIn(database(), property, null), 'refused'],
      [database().client('anon'), 'refused'],
    ];
    for (const [index, [client, expected]] of readers.entries()) {
      expect({ index, is: await read(client, path) }).toEqual({ index, is: expected });
      expect(await store(client, empty)).toBe('403');
      expect(await store(client, path, { upsert: true })).toBe('403');
    }
  });
});

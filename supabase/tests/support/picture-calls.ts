import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { type Person, queryAs } from './people.ts';

export type Client = ReturnType<TestDatabase['client']>;

/** What announce_picture returns. */
export type Announced = { id: string; path: string; objects: string[] };

const webp = Buffer.from('RIFF____WEBP');

export async function announce(
  database: TestDatabase,
  person: Person,
  propertyId: string,
): Promise<Announced> {
  const [row] = await queryAs<{ announced: Announced }>(
    database,
    person,
    'select public.announce_picture($1) as announced',
    [propertyId],
  );
  if (row === undefined) throw new Error('announce_picture returned nothing');
  return row.announced;
}

/** Stores an object of a picture, and returns the status of the error if it was refused. */
export async function store(client: Client, path: string, options = {}): Promise<string> {
  const { error } = await client.storage
    .from('property-pictures')
    .upload(path, webp, { contentType: 'image/webp', ...options });
  return error === null ? 'stored' : Object.assign({ statusCode: '' }, error).statusCode;
}

export async function finish(database: TestDatabase, person: Person, id: string): Promise<void> {
  await queryAs(database, person, 'select public.finish_picture($1, 1600, 1200, 90000)', [id]);
}

/** Announces a picture, stores its objects and finishes it. */
export async function makePicture(
  database: TestDatabase,
  { person, client }: { person: Person; client: Client },
  propertyId: string,
): Promise<Announced> {
  const announced = await announce(database, person, propertyId);
  for (const object of announced.objects) {
    await store(client, object);
  }
  await finish(database, person, announced.id);
  return announced;
}

import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  anon,
  backofficeServer,
  type Person,
  queryAs,
  runOnConnection,
  signUp,
  staysServer,
} from './support/people.ts';

interface Made {
  propertyId: string;
  slug: string;
  shortCode: string;
}

const signUpStranger = (database: TestDatabase) => signUp(database, `${crypto.randomUUID()}@example.com`);

const defaults = {
  name: 'Beach View',
  type: 'hotel',
  country: 'VN',
  timezone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  locale: 'vi',
};

/** A name that no other test has: slugs and short codes are unique over all places. */
const nameOf = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;

async function create(database: TestDatabase, person: Person, change: Partial<typeof defaults> = {}) {
  const place = { ...defaults, ...change };
  const [row] = await queryAs<{ made: Made }>(
    database,
    person,
    'select public.create_property($1, $2::public.accom_property_type, $3, $4, $5, $6) as made',
    [place.name, place.type, place.country, place.timezone, place.currency, place.locale],
  );
  if (row === undefined) throw new Error('the function returns one row');
  return row.made;
}

onNativePostgres('making a place', {}, (database) => {
  it('makes the place and its owner in one step, with the defaults of its type and country', async () => {
    const person = await signUpStranger(database());
    const made = await create(database(), person, { name: 'Nhà Đá ở Đồi 1', type: 'villa', country: 'ES' });
    expect(made).toMatchObject({ slug: 'nha-da-o-doi-1', shortCode: 'NDOD' });
    const rows = await queryAs(
      database(),
      person,
      `select p.name, p.setup_step, p.access_settings ->> 'documents' as documents,
        p.access_settings ->> 'verification_method' as method, m.role
      from public.accom_properties p join public.property_members m on m.property_id = p.id`,
    );
    expect(rows).toEqual([
      { name: 'Nhà Đá ở Đồi 1', setup_step: 2, documents: 'fields_only', method: 'none', role: 'owner' },
    ]);
  });

  it.each([
    ['a name of one letter', 'É', 'hotel', 'e-hotel'],
    ['a name in another script', '東京の家', 'villa', 'villa'],
    ['a name with signs', '  The  Old/House & Bar!  ', 'hostel', 'the-old-house-bar'],
    ['a word that the guest app needs', 'Scan', 'hotel', 'scan-2'],
  ])('derives a slug from %s', async (_what, name, type, slug) => {
    expect((await create(database(), await signUpStranger(database()), { name, type })).slug).toBe(slug);
  });

  it('gives the next free slug and another short code to a name that is taken', async () => {
    const name = nameOf('Casa');
    const made: Made[] = [];
    for (let count = 0; count < 3; count += 1)
      made.push(await create(database(), await signUpStranger(database()), { name }));
    const [first] = made;
    expect(made.map(({ slug }) => slug)).toEqual([first?.slug, `${first?.slug}-2`, `${first?.slug}-3`]);
    expect(new Set(made.map(({ shortCode }) => shortCode)).size).toBe(3);
  });

  it('makes three places a day for one account, and goes on making them for others', async () => {
    const person = await signUpStranger(database());
    for (let count = 0; count < 3; count += 1) await create(database(), person, { name: nameOf('House') });
    const refused = await catchDatabaseError(create(database(), person));
    expect(refused).toMatchObject({ code: 'PT429', message: 'rate_limited' });
    await create(database(), await signUpStranger(database()), { name: nameOf('House') });
  });

  it('counts no place that was refused', async () => {
    const person = await signUpStranger(database());
    for (let count = 0; count < 4; count += 1)
      await catchDatabaseError(create(database(), person, { name: '' }));
    await create(database(), person, { name: nameOf('House') });
  });

  it.each([
    ['no name', { name: '   ' }, 'place_is_impossible'],
    ['a name that is too long', { name: 'x'.repeat(121) }, 'place_is_impossible'],
    ['no country', { country: 'Vietnam' }, 'place_is_impossible'],
    ['no currency', { currency: 'đ' }, 'place_is_impossible'],
    ['no time zone', { timezone: 'Mars/Olympus' }, 'unknown_timezone'],
  ])('refuses %s', async (_what, change, reason) => {
    const refused = await catchDatabaseError(create(database(), await signUpStranger(database()), change));
    expect(refused).toMatchObject({ code: 'PT400', message: 'invalid_request', detail: { reason } });
  });

  it.each([
    ['anon', anon],
    ['the stays server', staysServer],
    ['the backoffice before a sign-in', backofficeServer],
  ])('%s makes none', async (_who, person) => {
    expect(await catchDatabaseError(create(database(), person))).toMatchObject({ code: '42501' });
  });

  it('a session that has ended and an address that is not confirmed any more make none', async () => {
    const ended = await signUpStranger(database());
    await database().sql('delete from auth.sessions where user_id = $1', [ended.claims['sub']]);
    expect(await catchDatabaseError(create(database(), ended))).toMatchObject({ code: 'PT401' });
    const unconfirmed = await signUpStranger(database());
    await database().sql('update auth.users set email_confirmed_at = null where id = $1', [
      unconfirmed.claims['sub'],
    ]);
    expect(await catchDatabaseError(create(database(), unconfirmed))).toMatchObject({
      code: 'PT403',
      message: 'email_not_confirmed',
    });
  });

  it('a stranger neither sees the place nor inserts one past the function', async () => {
    const name = nameOf('Private');
    const { propertyId } = await create(database(), await signUpStranger(database()), { name });
    const stranger = await signUpStranger(database());
    const seen = await queryAs(database(), stranger, 'select id from public.accom_properties where id = $1', [
      propertyId,
    ]);
    expect(seen).toEqual([]);
    const inserted = queryAs(
      database(),
      stranger,
      `insert into public.accom_properties (owner_id, slug, short_code, name, type, timezone, country, currency)
      select owner_id, 'stolen', 'STOLE', name, type, timezone, country, currency from public.accom_properties`,
    );
    expect(await catchDatabaseError(inserted)).toMatchObject({ code: '42501' });
  });
});

onNativePostgres('making places at the same time', {}, (database) => {
  describe('of the same name', () => {
    it('each gets a slug and a short code of its own', async () => {
      const connections = database().connect({ max: 6 });
      const people = await Promise.all(Array.from({ length: 6 }, () => signUpStranger(database())));
      const made = await Promise.all(
        people.map((person) =>
          runOnConnection(
            connections,
            person,
            (sql) => sql<{ made: Made }[]>`
              select public.create_property('Twin House', 'hotel', 'VN', 'UTC', 'VND', 'vi') as made`,
          ),
        ),
      );
      const places = made.flatMap((rows) => rows.map((row) => row.made));
      expect(new Set(places.map(({ slug }) => slug)).size).toBe(6);
      expect(new Set(places.map(({ shortCode }) => shortCode)).size).toBe(6);
    });
  });

  it('one account that sends ten at once makes three', async () => {
    const connections = database().connect({ max: 5 });
    const person = await signUpStranger(database());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        runOnConnection(
          connections,
          person,
          (sql) => sql`select public.create_property('Many Houses', 'hotel', 'VN', 'UTC', 'VND', 'vi')`,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
});

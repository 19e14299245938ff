import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signRoleKey } from '../sign-role-key.ts';
import { createNativeTestDatabase } from './create-native-test-database.ts';
import { createTestDatabase } from './create-test-database.ts';
import { fixtureSources } from './fixture-sources.ts';
import type { TestDatabase } from './test-database.ts';

const engines = [
  { engine: 'PGlite', open: createTestDatabase },
  { engine: 'native Postgres', open: createNativeTestDatabase },
];

describe.each(engines)('a test database on $engine', ({ open }) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await open({ ...fixtureSources, seed: true });
  });
  afterAll(() => db.close());

  const addStay = { room: 1, first_day: '2026-03-01', last_day: '2026-03-04' };

  it('has the migrations and the seed applied', async () => {
    expect(await db.sql('select version from supabase_migrations.schema_migrations order by 1')).toEqual([
      { version: '20260101000000' },
      { version: '20260101000100' },
    ]);
    expect(await db.sql('select room from stays where room = 7')).toEqual([{ room: 7 }]);
  });

  it('lets the role of a token call a function that it was granted', async () => {
    const { data, error } = await db.client('guest_api').rpc('add_stay', { ...addStay, room: 20 });
    expect(error).toBeNull();
    expect(data).toEqual({ ok: true });
  });

  it('refuses a function that was not granted, with 42501', async () => {
    const { error } = await db.client().rpc('add_stay', addStay);
    expect(error?.code).toBe('42501');
  });

  it('returns an error raised as PT409 to supabase-js with status 409 and all its fields', async () => {
    const guest = db.client('guest_api');
    await guest.rpc('add_stay', addStay);
    const { error, status } = await guest.rpc('add_stay', addStay);
    expect(status).toBe(409);
    expect(error).toMatchObject({
      code: 'PT409',
      message: 'dates_taken',
      details: '{"room":1}',
      hint: 'try other dates',
    });
  });

  it('changes no grant of the migrations when it serves requests', async () => {
    await db.client().from('notes').select();
    await db.client('guest_api').from('notes').select();
    const grants = await db.sql(
      `select distinct grantee from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('anon', 'guest_api')`,
    );
    expect(grants).toEqual([]);
    const [later] = await db
      .sql<{ may: boolean }>(
        `create table public.later (id int); alter table public.later enable row level security`,
      )
      .then(() => db.sql(`select has_table_privilege('anon', 'public.later', 'select') as may`));
    expect(later).toEqual({ may: false });
  });

  it('shows a user only the rows that a policy allows', async () => {
    const [ann, bob] = [await db.signUp('ann@example.com'), await db.signUp('bob@example.com')];
    await ann.client
      .from('notes')
      .insert({ body: 'of ann', owner_id: ann.userId, tags: { a: [1] } })
      .throwOnError();
    expect((await ann.client.from('notes').select('body, tags')).data).toEqual([
      { body: 'of ann', tags: { a: [1] } },
    ]);
    expect((await bob.client.from('notes').select()).data).toEqual([]);
    const forged = await bob.client.from('notes').insert({ body: 'of bob', owner_id: ann.userId });
    expect(forged.error?.code).toBe('42501');
  });

  it('sets the same role and claims in `as` as for a request with the same token', async () => {
    const { client, userId, accessToken } = await db.signUp('carl@example.com');
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    const overHttp = await client.rpc('whoami').throwOnError();
    const inside = await db.as('authenticated', claims, (sql) => sql('select public.whoami() as who'));
    expect(inside).toEqual([{ who: overHttp.data }]);
    expect(overHttp.data).toMatchObject({ uid: userId, role: 'authenticated', current: 'authenticated' });
  });

  it('rolls back a failed `as` and throws with the code of Postgres', async () => {
    const failing = db.as('service_role', null, async (sql) => {
      await sql(`insert into public.notes (body) values ('gone')`);
      await sql('delete from auth.users');
    });
    await expect(failing).rejects.toMatchObject({ code: '42501' });
    expect(await db.sql(`select from notes where body = 'gone'`)).toEqual([]);
    expect(await db.sql('select current_user')).toEqual([{ current_user: 'postgres' }]);
  });

  it('refuses a request without a key, with a wrong key or with a token of another secret', async () => {
    const from = `${db.url}/rest/v1/notes`;
    expect((await db.fetch(from)).status).toBe(401);
    expect((await db.fetch(from, { headers: { apikey: 'sb_secret_guess' } })).status).toBe(401);
    const forged = await signRoleKey({ jwtSecret: 'x'.repeat(40), role: 'service_role' });
    const headers = { apikey: db.keys.publishableKey, authorization: `Bearer ${forged}` };
    expect((await db.fetch(from, { headers })).status).toBe(401);
  });

  it('responds with 404 to every path outside rest, auth and storage', async () => {
    const headers = { apikey: db.keys.secretKey };
    for (const path of ['/', '/_system', '/_system/info', '/static/main.js', '/rest/v2/notes']) {
      expect((await db.fetch(db.url + path, { headers })).status).toBe(404);
    }
  });
});

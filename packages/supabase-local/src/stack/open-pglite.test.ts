import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import type { TestDatabase } from '../testing/test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase(fixtureSources);
  await db.sql(`create table public.lists (id integer, names text[]); alter table public.lists enable row level security;
    grant select, insert on public.lists to anon; create policy "all" on public.lists for all to anon using (true) with check (true)`);
});
afterAll(() => db.close());

it('a parameter that PGlite cannot bind fails its own request, and no other', async () => {
  const address = `${db.url}/rest/v1/lists?select=id&names=neq.{}`;
  const failing = () => db.fetch(address, { headers: { apikey: db.keys.publishableKey } });
  expect((await failing()).status).toBe(500);
  const [, read, failed, sql] = await Promise.all([
    failing(),
    db.client().from('lists').select('id'),
    failing(),
    db.sql('select 1 as one'),
  ]);
  expect(read).toMatchObject({ error: null, data: [] });
  expect(failed.status).toBe(500);
  expect(sql).toEqual([{ one: 1 }]);
  expect((await db.client().from('lists').insert({ id: 1 })).error).toBeNull();
  expect(await db.sql('select id from public.lists')).toEqual([{ id: 1 }]);
});

it('requests at the same time do not share a transaction: each has its own role, and a failed one undoes no other', async () => {
  const stay = (room: number) => ({ room, first_day: '2026-02-01', last_day: '2026-02-02' });
  const rooms = Array.from({ length: 12 }, (_, index) => 100 + index);
  const outcomes = await Promise.all(
    // Only guest_api may call this function.
    rooms.map((room) => db.client(room % 2 === 0 ? 'guest_api' : 'anon').rpc('add_stay', stay(room))),
  );
  expect(outcomes.map(({ error }) => error?.code ?? 'added')).toEqual(
    rooms.map((room) => (room % 2 === 0 ? 'added' : '42501')),
  );
  const added = await db.sql('select room from public.stays where room >= 100 order by room');
  expect(added).toEqual(rooms.filter((room) => room % 2 === 0).map((room) => ({ room })));
});

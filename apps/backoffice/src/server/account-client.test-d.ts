import { expectTypeOf, test } from 'vitest';
import type { AccountClient, QuerySource } from './account-client.ts';

declare const client: AccountClient;

test('an AccountClient has the methods query, auth, store and fetchFile only', () => {
  expectTypeOf<keyof AccountClient>().toEqualTypeOf<'query' | 'auth' | 'store' | 'fetchFile'>();
});

test('a selected row has the type of the selected columns', () => {
  const rooms = client.query((db) => db.from('accom_rooms').select('id, number:room_number, floor'));
  expectTypeOf(rooms).resolves.toEqualTypeOf<{ id: string; number: string; floor: string | null }[]>();
});

test('the type of a row that may be missing includes null', () => {
  const room = client.query((db) => db.from('accom_rooms').select('id').eq('id', 'x').maybeSingle());
  expectTypeOf(room).resolves.toEqualTypeOf<{ id: string } | null>();
});

test('a write that names the version it read has the type of the row it changed', () => {
  const room = client.query((db) =>
    db
      .from('accom_rooms')
      .update({ floor: '2' })
      .eq('id', 'x')
      .eq('updated_at', 'then')
      .select('updated_at')
      .maybeSingle(),
  );
  expectTypeOf(room).resolves.toEqualTypeOf<{ updated_at: string } | null>();
});

test('a call of a database function has the types of its arguments and its result', () => {
  const code = client.query((db) => db.rpc('replace_room_code', { room_id: 'x', current_code: 'y' }));
  expectTypeOf(code).resolves.toEqualTypeOf<string>();
  // @ts-expect-error `current_code` is missing
  client.query((db) => db.rpc('replace_room_code', { room_id: 'x' }));
});

test('a query cannot be sent without the client’s query method', () => {
  // @ts-expect-error
  client.from('accom_rooms').select('id');
  // @ts-expect-error
  client.rpc('check_in', { booking_id: 'x' });
  // @ts-expect-error
  client.supabase;
});

test('a query cannot be awaited inside `query`, where its error could be overlooked', () => {
  // @ts-expect-error
  client.query(async (db) => (await db.from('accom_rooms').select('id')).data);
  // @ts-expect-error
  client.query(async (db) => db.from('accom_rooms').select('id'));
  // @ts-expect-error
  client.query((db) => {
    const query = db.from('accom_rooms').select('id');
    return query.then(({ data }) => data);
  });
});

test('a query cannot throw supabase-js’s own errors', () => {
  // @ts-expect-error
  client.query((db) => db.from('accom_rooms').select('id').throwOnError());
});

test('a table without select, insert, update or delete is not a query', () => {
  // @ts-expect-error
  client.query((db) => db.from('accom_rooms'));
});

test('a call of Supabase Auth has the type of its result, and cannot be made without the client’s auth method', () => {
  const session = client.auth((auth) => auth.getSession());
  expectTypeOf(session).resolves.toHaveProperty('data');
  // @ts-expect-error
  client.auth.getSession();
});

test('a query can be built by a function of the QuerySource', () => {
  const selectRooms = (db: QuerySource) => db.from('accom_rooms').select('id');
  const rooms = client.query((db) => selectRooms(db).eq('property_id', 'x').limit(10));
  expectTypeOf(rooms).resolves.toEqualTypeOf<{ id: string }[]>();
});

import type { Sql, TestDatabase } from '@gudbro/supabase-local/testing';
import type postgres from 'postgres';

/** Whoever asks the database something. */
export interface Person {
  role: string;
  claims: Record<string, unknown>;
}

export const anon: Person = { role: 'anon', claims: {} };
export const staysServer: Person = { role: 'guest_api', claims: {} };
export const serviceRole: Person = { role: 'service_role', claims: {} };

/** Signs somebody up. In a seeded database that links the account of that address. */
export async function signUp(database: TestDatabase, email: string): Promise<Person> {
  const { userId } = await database.signUp(email);
  return { role: 'authenticated', claims: { sub: userId } };
}

export function actAs<T>(database: TestDatabase, person: Person, run: (sql: Sql) => Promise<T>): Promise<T> {
  return database.as(person.role, person.claims, run);
}

/** One statement as this person, in a transaction of its own. */
export function ask<Row extends Record<string, unknown>>(
  database: TestDatabase,
  person: Person,
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  return actAs(database, person, (sql) => sql<Row>(text, params));
}

/** A member of this property with the role, signed up for the occasion. */
export async function signUpMember(
  database: TestDatabase,
  propertyId: string,
  role: 'staff' | 'manager' | 'owner',
): Promise<Person & { accountId: string }> {
  const email = `${role}-${crypto.randomUUID()}@example.com`;
  const person = await signUp(database, email);
  const [account] = await database.sql<{ id: string }>('select id from public.accounts where email = $1', [
    email,
  ]);
  if (account === undefined) throw new Error('a sign-up makes an account');
  await database.sql(
    'insert into public.property_members (property_id, account_id, role) values ($1, $2, $3::public.member_role)',
    [propertyId, account.id, role],
  );
  return { ...person, accountId: account.id };
}

/** One transaction as this person on a connection of its own, for what happens at once. */
export async function actOn<T>(
  connections: postgres.Sql,
  person: Person,
  run: (sql: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const jwt = { role: person.role, ...person.claims };
  const subject = String(person.claims['sub'] ?? '');
  const done = await connections.begin(async (sql) => {
    await sql`select set_config('request.jwt.claim.sub', ${subject}, true), set_config('request.jwt.claim.role', ${person.role}, true),
      set_config('request.jwt.claims', ${JSON.stringify(jwt)}, true), set_config('role', ${person.role}, true)`;
    return { value: await run(sql) };
  });
  return done.value;
}

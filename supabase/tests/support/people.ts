import type { Sql, TestDatabase } from '@gudbro/supabase-local/testing';
import type postgres from 'postgres';

/** Who runs statements: a role, and the claims of a token. */
export interface Person {
  role: string;
  claims: Record<string, unknown>;
}

export const anon: Person = { role: 'anon', claims: {} };
export const staysServer: Person = { role: 'guest_api', claims: {} };
export const serviceRole: Person = { role: 'service_role', claims: {} };

/** Signs a person up. In a seeded database that links the account with this address. */
export async function signUp(database: TestDatabase, email: string): Promise<Person> {
  const { userId } = await database.signUp(email);
  return { role: 'authenticated', claims: { sub: userId } };
}

/** Runs statements as this person, in one transaction. */
export function runAs<T>(database: TestDatabase, person: Person, run: (sql: Sql) => Promise<T>): Promise<T> {
  return database.as(person.role, person.claims, run);
}

/** Runs one statement as this person, in a transaction of its own. */
export function queryAs<Row extends Record<string, unknown>>(
  database: TestDatabase,
  person: Person,
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  return runAs(database, person, (sql) => sql<Row>(text, params));
}

/** Signs up a new member of this property with the role. */
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

/** Runs a transaction as this person on one of these connections, for tests of concurrency. */
export async function runOnConnection<T>(
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

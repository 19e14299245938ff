import { readFile } from 'node:fs/promises';
import type { SignedUp, Sql, TestDatabase } from '@gudbro/supabase-local/testing';
import type postgres from 'postgres';

/** Who runs statements: a role, and the claims of a token. */
export interface Person {
  role: string;
  claims: Record<string, unknown>;
}

export const anon: Person = { role: 'anon', claims: {} };
export const staysServer: Person = { role: 'guest_api', claims: {} };
export const backofficeServer: Person = { role: 'backoffice_api', claims: {} };
export const jobsProcess: Person = { role: 'jobs_api', claims: {} };
export const serviceRole: Person = { role: 'service_role', claims: {} };

/** Signs a person up, who then has the claims of a real token: the policies look for its session. */
export async function signUp(database: TestDatabase, email: string): Promise<Person & SignedUp> {
  const signedUp = await database.signUp(email);
  return { ...signedUp, ...personOf(signedUp) };
}

/** Signs up a person of the demo, who gets the account of the seed. */
export async function signUpDemoPerson(database: TestDatabase, email: string): Promise<Person & SignedUp> {
  const person = await signUp(database, email);
  await database.sql(await readFile(new URL('../../demo-people.sql', import.meta.url), 'utf8'));
  return person;
}

function personOf({ accessToken }: SignedUp): Person {
  const [, payload = ''] = accessToken.split('.');
  return {
    role: 'authenticated',
    claims: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
  };
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

export const memberRoles = ['owner', 'manager', 'staff', 'housekeeper'] as const;
export type MemberRole = (typeof memberRoles)[number];

export type Member = Person & SignedUp & { accountId: string };

/** Signs up a new member of this property with the role. */
export async function signUpMember(
  database: TestDatabase,
  propertyId: string,
  role: MemberRole,
): Promise<Member> {
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

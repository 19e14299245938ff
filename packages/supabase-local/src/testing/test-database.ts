import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { signRoleKey } from '../sign-role-key.ts';
import { createStackApp, type StackKeys } from '../stack/create-stack-app.ts';
import { createFileStorageAdapter } from '../stack/file-storage-adapter.ts';
import { type Listening, listen } from '../stack/listen.ts';
import { createMailbox, type Mail } from '../stack/mailbox.ts';
import type { Sql, StackDatabase } from '../stack/stack-database.ts';
import { type Claims, runAsRole } from './run-as-role.ts';
import type { TestDatabaseOptions } from './template-key.ts';

export type { Claims, Mail, Sql };

/** A role by its name, or a signed-in user by the token. */
export type Caller = string | { accessToken: string };

/** A user who has signed up. */
export interface SignedUp {
  client: SupabaseClient;
  userId: string;
  accessToken: string;
}

/** A new migrated database with the whole stack, in this process. */
export interface TestDatabase {
  /** Runs SQL as superuser, without RLS. */
  sql: Sql;
  /**
   * Runs statements as a role in one transaction, with `request.jwt.*` set as the stack sets them.
   * An error rolls back and is thrown with Postgres's `code`. Use only the given `sql` inside: PGlite
   * has one connection, so any other call would wait for ever.
   */
  as<T>(role: string, claims: Claims | null, run: (sql: Sql) => Promise<T>): Promise<T>;
  /** Creates a supabase-js client of this process, by default as `anon`. */
  client(caller?: Caller): SupabaseClient;
  signUp(email: string, password?: string): Promise<SignedUp>;
  fetch: typeof fetch;
  url: string;
  keys: StackKeys;
  /** The mails of Supabase Auth, the newest first. None without `siteUrl`. */
  mails(): readonly Mail[];
  /** Serves this database over HTTP on a free port, for code that needs an address. Returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

const url = 'http://127.0.0.1';

/** Creates the stack on an open, migrated database. */
export async function createTestDatabaseOn(
  database: StackDatabase,
  { isSignUpOpen = true, siteUrl }: Pick<TestDatabaseOptions, 'isSignUpOpen' | 'siteUrl'> = {},
): Promise<TestDatabase> {
  const keys = createTestKeys();
  const storageDir = join(tmpdir(), `supabase-local-test-${randomBytes(8).toString('hex')}`);
  const mailbox = createMailbox();
  const stack = createStackApp(database, keys, createFileStorageAdapter(storageDir), {
    isSignUpOpen,
    ...(siteUrl ? { mail: { mailbox, siteUrl } } : {}),
  });
  await stack.app.init();
  const inProcessFetch: typeof fetch = (input, init) => stack.fetch(new Request(input, init), '127.0.0.1');
  const servers: Listening[] = [];
  const client = (caller: Caller = 'anon') => createCallerClient(caller, keys, inProcessFetch);
  return {
    sql: database.sql,
    as: (role, claims, run) => runAsRole(database, role, claims, run),
    client,
    signUp: (email, password = 'correct horse battery') =>
      signUp(client, inProcessFetch, keys, email, password),
    fetch: inProcessFetch,
    url,
    keys,
    mails: mailbox.list,
    listen: async () => {
      const server = await listen(stack.fetch, '127.0.0.1', 0);
      servers.push(server);
      return server.url;
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await database.close();
      await rm(storageDir, { recursive: true, force: true });
    },
  };
}

function createTestKeys(): StackKeys {
  const random = () => randomBytes(24).toString('base64url');
  return {
    jwtSecret: random(),
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
  };
}

function createCallerClient(caller: Caller, keys: StackKeys, inProcessFetch: typeof fetch): SupabaseClient {
  const global = { fetch: inProcessFetch };
  if (caller === 'anon') return createClient(url, keys.publishableKey, { global, auth: noSession });
  if (caller === 'service_role') return createClient(url, keys.secretKey, { global, auth: noSession });
  const accessToken =
    typeof caller === 'string'
      ? () => signRoleKey({ jwtSecret: keys.jwtSecret, role: caller })
      : async () => caller.accessToken;
  return createClient(url, keys.publishableKey, { global, accessToken });
}

const noSession = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

async function signUp(
  client: (caller: Caller) => SupabaseClient,
  inProcessFetch: typeof fetch,
  keys: StackKeys,
  email: string,
  password: string,
): Promise<SignedUp> {
  // A separate client, because signing up changes the client that does it.
  const visitor = createClient(url, keys.publishableKey, {
    global: { fetch: inProcessFetch },
    auth: noSession,
  });
  const { data, error } = await visitor.auth.signUp({ email, password });
  if (error !== null) throw error;
  if (data.session === null || data.user === null) throw new Error(`no session for ${email}`);
  const accessToken = data.session.access_token;
  return { client: client({ accessToken }), userId: data.user.id, accessToken };
}

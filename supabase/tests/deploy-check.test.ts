import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import {
  createNativeTestDatabase,
  type NativePostgres,
  type NativeTestDatabase,
  startNativePostgres,
} from '@gudbro/supabase-local/native';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../deploy-check/call-api.ts';
import type { Verdict } from '../deploy-check/check.ts';
import { checkDeployment, isWrong } from '../deploy-check/check-deployment.ts';

// A server of its own: some of the tests change roles, which all databases of a server share.
let server: NativePostgres;
let database: NativeTestDatabase;
let api: Api;

beforeAll(async () => {
  server = await startNativePostgres();
  database = await createNativeTestDatabase({ serverUrl: server.url, siteUrl: 'http://desk.example' });
  api = await reach(database);
});

afterAll(async () => {
  await database?.close();
  await server?.close();
});

async function reach({ keys, listen }: NativeTestDatabase): Promise<Api> {
  const sign = (role: string) => signRoleKey({ jwtSecret: keys.jwtSecret, role });
  return {
    url: await listen(),
    publishableKey: keys.publishableKey,
    guestKey: await sign('guest_api'),
    backofficeKey: await sign('backoffice_api'),
    jobsKey: await sign('jobs_api'),
  };
}

const checkDatabase = async (databaseUrl = database.databaseUrl) =>
  (await checkDeployment({ databaseUrl, api: null })).database ?? [];
const checkApi = async (changes: Partial<Api> = {}) =>
  (await checkDeployment({ databaseUrl: null, api: { ...api, ...changes } })).api ?? [];

/** What is wrong: each expectation with what was found instead. */
const listWrong = (verdicts: Verdict[]) =>
  verdicts.filter(isWrong).map(({ expectation, problems }) => ({
    expectation,
    found: problems.map(({ found }) => found).join('\n'),
  }));

describe('deploy:check on a deployment as the repository describes it', () => {
  it('finds nothing wrong in the database, and notes what is still to be done', async () => {
    const verdicts = await checkDatabase();
    expect(listWrong(verdicts)).toEqual([]);
    const notes = verdicts.flatMap(({ problems }) => problems.map(({ found }) => found));
    expect(notes).toEqual(['there is none', 'it is not installed']);
  });

  it('finds nothing wrong in the API', async () => {
    expect(listWrong(await checkApi())).toEqual([]);
  });

  it('changes nothing but the count of one try to sign in', async () => {
    const count = `select (select count(*) from public.rate_limits where key not like 'sign-in/%')::integer as limits,
      (select count(*) from storage.objects)::integer as objects, (select count(*) from auth.users)::integer as users`;
    const before = await database.sql(count);
    await checkApi();
    await checkDatabase();
    expect(await database.sql(count)).toEqual(before);
  });
});

/** What is broken; the statement; the statement that mends it; the expectation that fails; what is found. */
const breaks: [string, string, string, RegExp, RegExp][] = [
  [
    'a migration that was not pushed',
    `update supabase_migrations.schema_migrations set version = '9' || version where version like '2%'`,
    `update supabase_migrations.schema_migrations set version = substr(version, 2) where version like '92%'`,
    /every migration/,
    /\d{14} is missing/,
  ],
  [
    'a role that can log in',
    'alter role guest_api login',
    'alter role guest_api nologin',
    /cannot log in/,
    /guest_api can log in/,
  ],
  [
    'a role that bypasses row-level security',
    'alter role backoffice_api bypassrls',
    'alter role backoffice_api nobypassrls',
    /no rights of an administrator/,
    /backoffice_api bypasses row-level security/,
  ],
  [
    'a role without a time limit',
    'alter role guest_api reset statement_timeout',
    `alter role guest_api reset all; alter role guest_api set statement_timeout = '5s'; alter role guest_api set lock_timeout = '4s'`,
    /give up a statement/,
    /guest_api has lock_timeout=4s/,
  ],
  [
    'a role that PostgREST may not be',
    'revoke backoffice_api from authenticator',
    'grant backoffice_api to authenticator',
    /PostgREST may act as/,
    /authenticator may not act as backoffice_api/,
  ],
  [
    'a role of a server that is a member of another',
    'grant authenticated to backoffice_api',
    'revoke authenticated from backoffice_api',
    /members of no other role/,
    /backoffice_api is a member of authenticated/,
  ],
  [
    'a table that anon may read',
    'grant select on public.accom_bookings to anon',
    'revoke select on public.accom_bookings from anon',
    /no right on a table/,
    /anon may SELECT on accom_bookings/,
  ],
  [
    'a column that the guest app may read',
    'grant select (guest_name) on public.accom_bookings to guest_api',
    'revoke select (guest_name) on public.accom_bookings from guest_api',
    /no right on a table/,
    /guest_api may SELECT of guest_name/,
  ],
  [
    'a table without row-level security',
    'alter table public.accounts disable row level security',
    'alter table public.accounts enable row level security',
    /every table has row-level security/,
    /accounts has none/,
  ],
  [
    'a function that everybody may execute',
    'grant execute on function public.sweep() to public',
    'revoke execute on function public.sweep() from public',
    /one role of the schemas/,
    /too much: PUBLIC sweep/,
  ],
  [
    'a guest function for the backoffice',
    'grant execute on function public.get_own_stay to backoffice_api',
    'revoke execute on function public.get_own_stay from backoffice_api',
    /one role of the schemas/,
    /too much: backoffice_api get_own_stay/,
  ],
  [
    'a function that its role may not execute',
    'revoke execute on function public.check_in from authenticated',
    'grant execute on function public.check_in to authenticated',
    /one role of the schemas/,
    /missing: authenticated check_in/,
  ],
  [
    'a private function that everybody may execute',
    'grant execute on function private.generate_pin() to public',
    'revoke execute on function private.generate_pin() from public',
    /no function in the schema private/,
    /PUBLIC may execute private.generate_pin/,
  ],
  [
    'a private schema that the guest app may use',
    'grant usage on schema private to guest_api',
    'revoke usage on schema private from guest_api',
    /may not use the schema private/,
    /guest_api has USAGE on schema private/,
  ],
  [
    'default privileges for anon',
    'alter default privileges in schema public grant select on tables to anon',
    'alter default privileges in schema public revoke select on tables from anon',
    /granted to nobody of the API by default/,
    /would grant a new table to anon/,
  ],
  [
    'a disabled trigger on auth.users',
    'alter table auth.users disable trigger make_account_of_user',
    'alter table auth.users enable trigger make_account_of_user',
    /the trigger on auth.users/,
    /make_account_of_user is missing or disabled/,
  ],
  [
    'a policy on storage.objects that is not ours',
    'create policy "everybody reads" on storage.objects for select to anon using (true)',
    'drop policy "everybody reads" on storage.objects',
    /policies of storage.objects/,
    /not ours: everybody reads/,
  ],
  [
    'a policy on storage.objects that is missing',
    'alter policy "the stays server stores photos a report gave out" on storage.objects rename to "gone"',
    'alter policy "gone" on storage.objects rename to "the stays server stores photos a report gave out"',
    /policies of storage.objects/,
    /missing: the stays server stores photos/,
  ],
  [
    'storage without row-level security',
    'alter table storage.objects disable row level security',
    'alter table storage.objects enable row level security',
    /storage.objects has row-level security/,
    /it is off/,
  ],
  [
    'a message that nobody sends',
    `select private.enqueue_job('booking_code_mail', 'waits', p_run_at => '2026-01-02 03:04:00+00')`,
    `delete from public.jobs where job_key = 'waits'`,
    /no message waits/,
    /1 wait, the first since 2026-01-02 03:04 UTC/,
  ],
  [
    'a public bucket',
    `update storage.buckets set public = true where id = 'incident-photos'`,
    `update storage.buckets set public = false where id = 'incident-photos'`,
    /every bucket but that of the pictures is private/,
    /incident-photos is public/,
  ],
  [
    'a bucket of documents with versions',
    `alter table storage.buckets add column versioning text; update storage.buckets set versioning = 'Enabled' where id = 'guest-documents'`,
    'alter table storage.buckets drop column versioning',
    /have no versions/,
    /versioning of guest-documents is Enabled/,
  ],
  [
    'a bucket that is missing',
    `set session_replication_role = replica; update storage.buckets set id = 'gone' where id = 'guest-documents'; reset session_replication_role`,
    `set session_replication_role = replica; update storage.buckets set id = 'guest-documents' where id = 'gone'; reset session_replication_role`,
    /every bucket but that of the pictures is private/,
    /guest-documents is missing/,
  ],
  [
    'a bucket without limits',
    `insert into storage.buckets (id, name, public) values ('files', 'files', false)`,
    // Storage's own trigger refuses the deletion of a bucket by SQL.
    `set session_replication_role = replica; delete from storage.buckets where id = 'files'; reset session_replication_role`,
    /every bucket but that of the pictures is private/,
    /files is without a limit of size and without a limit of type/,
  ],
];

describe('deploy:check on a database in which one thing is broken', () => {
  it.each(breaks)('names %s', async (_what, broken, mended, expectation, found) => {
    await database.sql(broken);
    try {
      expect(listWrong(await checkDatabase())).toEqual([
        { expectation: expect.stringMatching(expectation), found: expect.stringMatching(found) },
      ]);
    } finally {
      await database.sql(mended);
    }
  });

  it('names an empty database once, and does not check the rest', async () => {
    const url = await server.createDatabase('empty');
    expect(listWrong(await checkDatabase(url)).map(({ found }) => found)).toEqual([
      'there is no history of migrations',
      expect.stringContaining('could not be checked'),
    ]);
  });

  it('names a database that cannot be reached once, and what its user may have to be', async () => {
    const verdicts = await checkDatabase('postgresql://postgres@127.0.0.1:1/postgres');
    expect(listWrong(verdicts)).toEqual([
      { expectation: 'the database can be reached', found: expect.stringContaining('ECONNREFUSED') },
    ]);
    expect(verdicts[0]?.problems[0]?.remedy).toContain('postgres.<POOLER_TENANT_ID>');
  });

  it('names the demo’s data', async () => {
    const demo = await createNativeTestDatabase({ serverUrl: server.url, seed: true });
    try {
      expect(listWrong(await checkDatabase(demo.databaseUrl)).map(({ found }) => found)).toEqual([
        'the room RM-SUNSET22',
      ]);
    } finally {
      await demo.close();
    }
  });
});

describe('deploy:check on an API in which one thing is broken', () => {
  const sign = (role: string, jwtSecret = database.keys.jwtSecret) => signRoleKey({ jwtSecret, role });
  const another = 'another secret of more than thirty-two characters';

  it.each<[string, () => Promise<Partial<Api>>, RegExp]>([
    [
      'a guest key that is signed with another secret',
      async () => ({ guestKey: await sign('guest_api', another) }),
      /SUPABASE_GUEST_KEY .*signed with a JWT secret/,
    ],
    [
      'a guest key of the role service_role',
      async () => ({ guestKey: await sign('service_role') }),
      /reads nothing of accounts the response is 200/,
    ],
    [
      'a guest key of a role without the functions',
      async () => ({ guestKey: await sign('authenticated') }),
      /SUPABASE_GUEST_KEY .*42501/,
    ],
    [
      'a key of the backoffice that is the guest app’s',
      async () => ({ backofficeKey: await sign('guest_api') }),
      /SUPABASE_BACKOFFICE_KEY .*42501/,
    ],
    [
      'a key of the process for jobs that is the guest app’s',
      async () => ({ jobsKey: await sign('guest_api') }),
      /SUPABASE_JOBS_KEY .*42501/,
    ],
    [
      'a key of the process for jobs that is service_role’s',
      async () => ({ jobsKey: await sign('service_role') }),
      /reads nothing of jobs the response is 200/,
    ],
    [
      'a key whose signing key the project does not have',
      async () => {
        const [, payload] = (await sign('guest_api')).split('.');
        const header = { alg: 'ES256', kid: 'a-key-of-another-project', typ: 'JWT' };
        const head = Buffer.from(JSON.stringify(header)).toString('base64url');
        return { guestKey: `${head}.${payload}.AAAA` };
      },
      /signed with the key a-key-of-another-project, which the project does not have/,
    ],
    [
      'an API that cannot be reached, once',
      async () => ({ url: 'http://127.0.0.1:1' }),
      /^Supabase can be reached \S.*$/,
    ],
  ])('names %s', async (_what, change, expected) => {
    const wrong = listWrong(await checkApi(await change()));
    expect(wrong.map(({ expectation, found }) => `${expectation} ${found}`).join('\n')).toMatch(expected);
  });

  it.each([
    ['sign-up that is closed', { isSignUpOpen: false, siteUrl: 'http://desk.example' }, 'nobody can sign up'],
    ['sign-up without a mail', {}, 'addresses are confirmed without a mail'],
  ])('names %s', async (_what, options, found) => {
    const other = await createNativeTestDatabase({ serverUrl: server.url, ...options });
    try {
      expect(listWrong(await checkApi(await reach(other)))).toEqual([
        { expectation: 'a sign-up has to be confirmed by mail, and sign-in by e-mail is on', found },
      ]);
    } finally {
      await other.close();
    }
  });

  it('names a table and a function that the publishable key reaches', async () => {
    await database.sql(
      'grant select on public.accounts to anon; grant execute on function public.get_own_stay to anon',
    );
    try {
      expect(listWrong(await checkApi()).map(({ expectation }) => expectation)).toEqual(
        expect.arrayContaining([
          'whoever has the publishable key alone may not execute get_own_stay',
          'whoever has the publishable key alone reads no table',
        ]),
      );
    } finally {
      await database.sql(
        'revoke select on public.accounts from anon; revoke execute on function public.get_own_stay from anon',
      );
    }
  });
});

describe('pnpm deploy:check', () => {
  const main = fileURLToPath(new URL('../deploy-check/main.ts', import.meta.url));
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [main], { env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  const keys = () => ({
    SUPABASE_URL: api.url,
    SUPABASE_PUBLISHABLE_KEY: api.publishableKey,
    SUPABASE_GUEST_KEY: api.guestKey,
    SUPABASE_BACKOFFICE_KEY: api.backofficeKey,
    SUPABASE_JOBS_KEY: api.jobsKey,
  });

  it('prints each verdict and ends with 0 where all is right', async () => {
    const { code, stdout } = await run({ DATABASE_URL: database.databaseUrl, ...keys() });
    expect(stdout).toContain('  ok     every table has row-level security');
    expect(stdout).toMatch(/\n0 of \d+ are wrong\.\n$/);
    expect(code).toBe(0);
  });

  it('says what is wrong and what to do, ends with 1, and prints no key', async () => {
    const damaged = { ...keys(), SUPABASE_GUEST_KEY: `${api.guestKey}x` };
    const { code, stdout } = await run(damaged);
    expect(code).toBe(1);
    expect(stdout).toContain('The database was not checked: set DATABASE_URL.');
    expect(stdout).toContain('WRONG  SUPABASE_GUEST_KEY is accepted');
    expect(stdout).toContain('docs/deploy.md, section 2');
    for (const key of Object.values(damaged).slice(1)) expect(stdout).not.toContain(key);
  });

  it('ends with 1 where there is nothing to check', async () => {
    const { code, stdout } = await run({});
    expect(code).toBe(1);
    expect(stdout).toContain('Nothing was checked.');
  });
});

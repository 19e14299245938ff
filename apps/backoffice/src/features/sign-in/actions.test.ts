import { runWithRequest } from '@gudbro/api-kit';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { hashAccount } from '@/server/known-device';
import { signInAction } from './actions.ts';

const salt = 'long enough to be a salt for addresses';
const password = 'correct horse battery';

// The request in which the action runs, as Next would provide it.
const request = vi.hoisted(() => ({ address: '', cookies: new Map<string, string>() }));

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': request.address }),
  cookies: async () => ({
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    get: (name: string) => ({ value: request.cookies.get(name) }),
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
}));

let db: TestDatabase;
let email: string;
let count = 0;

beforeAll(async () => {
  db = await createNativeTestDatabase();
  const settings = {
    BACKOFFICE_URL: 'http://localhost:3001',
    STAYS_URL: 'http://localhost:3000',
    SUPABASE_URL: await db.listen(),
    SUPABASE_PUBLISHABLE_KEY: db.keys.publishableKey,
    SUPABASE_BACKOFFICE_KEY: await signRoleKey({ jwtSecret: db.keys.jwtSecret, role: 'backoffice_api' }),
    CLIENT_SALT: salt,
    DOCUMENT_KEYS: `test:${'A'.repeat(43)}`,
    TRUSTED_PROXY_HOPS: '1',
  };
  for (const [name, value] of Object.entries(settings)) {
    vi.stubEnv(name, value);
  }
});

afterAll(() => db.close());

beforeEach(async () => {
  count += 1;
  email = `person-${count}@example.com`;
  request.cookies.clear();
  await db.signUp(email, password);
});

/** The error of the form, or 'signed in': Next's redirect is thrown. */
async function submit(typed: string, address: string): Promise<string> {
  request.address = address;
  const form = new FormData();
  for (const [name, value] of Object.entries({ email, password: typed, next: '/' })) {
    form.append(name, value);
  }
  const current = { requestId: 'r', socketAddress: '10.0.0.1', nonce: '', pageResponse: {} };
  const run = () => runWithRequest(current, () => signInAction(null, form));
  const outcome = await run().catch((thrown: unknown) => thrown);
  if (outcome instanceof Error && 'digest' in outcome && String(outcome.digest).startsWith('NEXT_REDIRECT')) {
    return 'signed in';
  }
  return typeof outcome === 'object' && outcome !== null && 'error' in outcome
    ? String(outcome.error)
    : String(outcome);
}

test('after too many wrong passwords from one address the right one is refused too, and is not from another address', async () => {
  const outcomes: string[] = [];
  // Within two windows of 15 minutes at most twenty tries are admitted.
  for (let tried = 0; tried < 21 && !outcomes.includes('rate_limited'); tried += 1) {
    outcomes.push(await submit('not the password', '198.51.100.1'));
  }
  expect(new Set(outcomes)).toEqual(new Set(['wrong_password', 'rate_limited']));
  expect(await submit(password, '198.51.100.1')).toBe('rate_limited');
  expect(await submit(password, '198.51.100.2')).toBe('signed in');
});

test('while an account is flooded from many addresses, its owner signs in with a browser that did so before', async () => {
  expect(await submit(password, '198.51.100.3')).toBe('signed in');
  const known = new Map([...request.cookies].filter(([name]) => name.startsWith('gudbro_known_')));
  expect(known.size).toBe(1);
  await db.sql(
    `select public.admit_sign_in($1, 'an address of a stranger ' || n) from generate_series(1, 200) n`,
    [hashAccount(salt, email)],
  );
  request.cookies.clear();
  expect(await submit(password, '198.51.100.4')).toBe('rate_limited');
  request.cookies = known;
  expect(await submit(password, '198.51.100.4')).toBe('signed in');
});

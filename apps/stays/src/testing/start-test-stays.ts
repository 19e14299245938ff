import { randomBytes } from 'node:crypto';
import { type RouteHandler, runWithFacts } from '@gudbro/api-kit';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createTestDatabase, type TestDatabase } from '@gudbro/supabase-local/testing';

type CallOptions = {
  params?: Record<string, string>;
  /** The peer's address. Another one counts apart in the limits. */
  address?: string;
  init?: RequestInit;
};

export type TestStays = {
  database: TestDatabase;
  /** Calls a route as our server would: through its wrapper, on the real database. */
  call: (handler: RouteHandler, path: string, options?: CallOptions) => Promise<Response>;
  close: () => Promise<void>;
};

export const staysUrl = 'http://localhost:3000';

/** The guest app's server side on a fresh embedded database with demo data. One per test file: settings are read once. */
export async function startTestStays(overrides: Record<string, string> = {}): Promise<TestStays> {
  const database = await createTestDatabase({ seed: true });
  Object.assign(process.env, {
    STAYS_URL: staysUrl,
    SUPABASE_URL: await database.listen(),
    SUPABASE_PUBLISHABLE_KEY: database.keys.publishableKey,
    SUPABASE_GUEST_KEY: await signRoleKey({ jwtSecret: database.keys.jwtSecret, role: 'guest_api' }),
    GUEST_TOKEN_KEYS: JSON.stringify([{ kid: 'test', secret: randomBytes(32).toString('base64url') }]),
    CLIENT_SALT: randomBytes(32).toString('base64url'),
    ...overrides,
  });
  return { database, call: callRoute, close: () => database.close() };
}

function callRoute(handler: RouteHandler, path: string, options: CallOptions = {}): Promise<Response> {
  const { params = {}, address = '203.0.113.1', init = {} } = options;
  const request = new Request(new URL(path, staysUrl), init);
  request.headers.set('host', new URL(staysUrl).host);
  const facts = { requestId: 'test-request', socketAddress: address, nonce: 'test', page: {} };
  return runWithFacts(facts, () => handler(request, { params: Promise.resolve(params) }));
}

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { isErrorCode, runWithRequest, shareInProcess } from '@gudbro/api-kit';
import { listErrors, type RouteHandler } from '@gudbro/api-kit/routes';
import { createPictureDecoder } from '@gudbro/pictures';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { front } from '@/app/front';

type CallOptions = {
  /** For a route that Next responds to. What the front responds to has them in its path. */
  params?: Record<string, string>;
  /** The caller's address. Each address has a rate limit of its own. */
  address?: string;
  init?: RequestInit;
};

export type TestStays = {
  database: TestDatabase;
  /**
   * Calls a route as our server does: through its router and its wrapper, on a real database. Fails the test if the response is an error
   * that the OpenAPI document does not name for this route.
   */
  call: (handler: RouteHandler, path: string, options?: CallOptions) => Promise<Response>;
  close: () => Promise<void>;
};

export const staysUrl = 'http://localhost:3000';

/**
 * Starts the guest app's server side on a new embedded database with demo data. Once per test file, since the app reads
 * its settings once. `reach` can put a proxy between the app and its database: it returns the URL that the app uses.
 */
export async function startTestStays(
  overrides: Record<string, string> = {},
  reach: (databaseUrl: string) => Promise<string> = async (url) => url,
): Promise<TestStays> {
  // A picture's process runs at low priority: on a busy machine the limits of production would end it.
  shareInProcess('picture-decoder', () => createPictureDecoder({ cpuMs: 60_000, elapsedMs: 300_000 }));
  const database = await createNativeTestDatabase({ seed: true });
  Object.assign(process.env, {
    STAYS_URL: staysUrl,
    SUPABASE_URL: await reach(await database.listen()),
    SUPABASE_PUBLISHABLE_KEY: database.keys.publishableKey,
    SUPABASE_GUEST_KEY: await signRoleKey({ jwtSecret: database.keys.jwtSecret, role: 'guest_api' }),
    GUEST_TOKEN_KEYS: JSON.stringify([makeGuestTokenKey('test')]),
    DOCUMENT_KEYS: makeMasterKey('test'),
    CLIENT_SALT: randomBytes(32).toString('base64url'),
    ...overrides,
  });
  return { database, call: callRoute, close: () => database.close() };
}

/** A key pair of the kind that `npm start` makes. */
export function makeGuestTokenKey(kid: string) {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { kid, alg: 'EdDSA' as const, jwk: privateKey.export({ format: 'jwk' }) };
}

/** A key of the kind that wraps those of documents. */
export function makeMasterKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64url')}`;
}

async function callRoute(handler: RouteHandler, path: string, options: CallOptions = {}): Promise<Response> {
  const { params = {}, address = '203.0.113.1', init = {} } = options;
  const request = new Request(new URL(path, staysUrl), init);
  request.headers.set('host', new URL(staysUrl).host);
  const current = { requestId: 'test-request', socketAddress: address, nonce: 'test', pageResponse: {} };
  const response = await runWithRequest(current, async () =>
    isOfApi(handler) ? front.fetch(request, {}) : handler(request, { params: Promise.resolve(params) }),
  );
  if (isOfApi(handler)) {
    await requireDocumented(handler, response);
  }
  return response;
}

const isOfApi = ({ definition }: RouteHandler) => /^\/(api|\.well-known)\//.test(definition.route);

async function requireDocumented({ definition }: RouteHandler, response: Response): Promise<void> {
  const { route, method } = definition;
  if (response.status < 400) {
    return;
  }
  const { error } = await response.clone().json();
  if (!isErrorCode(error) || !listErrors(definition).includes(error)) {
    throw new Error(`${method} ${route} returned ${error}, which the OpenAPI document does not name.`);
  }
}

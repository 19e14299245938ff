import { App, setExperimental } from '@supabase/lite';
import type { StorageAdapter } from './file-storage-adapter.ts';
import { measureUpload } from './measure-upload.ts';
import { rewriteSignedUrls } from './rewrite-signed-urls.ts';
import type { StackDatabase } from './stack-database.ts';

/** The keys that the server needs. */
export interface StackKeys {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
}

/** Handles one request of the peer at this address. */
export type StackFetch = (request: Request, peerAddress: string | null) => Promise<Response>;

/** lite's server, and what handles requests to it. */
export interface StackApp {
  app: App;
  fetch: StackFetch;
}

/** Creates lite's server on a database, behind our checks. Admin mode is off, so every request needs a key. */
export function createStackApp(
  database: StackDatabase,
  keys: StackKeys,
  storage: StorageAdapter,
  { isSignUpOpen = true } = {},
): StackApp {
  // lite enables Storage only by this call or by EXPERIMENTAL_STORAGE=1.
  setExperimental('storage', true);
  const app = new App({
    connection: database.connection,
    auth: {
      enabled: true,
      enable_signup: isSignUpOpen,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: true },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  });
  app._storageAdapter = storage;
  return {
    app,
    fetch: async (request, peerAddress) => {
      if (!isServed(request)) return Response.json({ message: 'not found' }, { status: 404 });
      const measured = await measureUpload(request);
      if (measured === null) return refuseUpload();
      return rewriteSignedUrls(measured, await app.fetch(measured, { peerAddress }));
    },
  };
}

/** Has the form of Storage's own errors. */
function refuseUpload(): Response {
  const message = 'The object exceeded the maximum allowed size';
  return Response.json({ statusCode: '413', error: 'Payload too large', message }, { status: 400 });
}

/** lite serves other paths too (`/_system`, its studio), which Supabase's gateway does not. */
function isServed(request: Request): boolean {
  return /^\/(rest|auth|storage)\/v1(\/|$)/.test(new URL(request.url).pathname);
}

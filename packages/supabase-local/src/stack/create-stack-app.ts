import { App, setExperimental } from '@supabase/lite';
import type { StorageAdapter } from './file-storage-adapter.ts';
import { measureUpload } from './measure-upload.ts';
import { rewriteSignedUrls } from './rewrite-signed-urls.ts';
import type { StackDatabase } from './stack-database.ts';

/** What the server needs to know of the keys. */
export interface StackKeys {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
}

export type StackFetch = (request: Request, peerAddress: string | null) => Promise<Response>;

export interface StackApp {
  app: App;
  fetch: StackFetch;
}

/** Puts lite's server on a database, with our edge around it. Admin mode stays off: no key, no entry. */
export function createStackApp(database: StackDatabase, keys: StackKeys, storage: StorageAdapter): StackApp {
  // Storage is off in lite unless it is asked for, by this call or by EXPERIMENTAL_STORAGE=1.
  setExperimental('storage', true);
  const app = new App({
    connection: database.connection,
    auth: {
      enabled: true,
      enable_signup: true,
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

/** In the form Storage gives its own errors. */
function refuseUpload(): Response {
  const message = 'The object exceeded the maximum allowed size';
  return Response.json({ statusCode: '413', error: 'Payload too large', message }, { status: 400 });
}

/** lite answers under other paths too (`/_system`, its studio); Supabase's gateway does not, nor do we. */
function isServed(request: Request): boolean {
  return /^\/(rest|auth|storage)\/v1(\/|$)/.test(new URL(request.url).pathname);
}

import { App, setExperimental } from '@supabase/lite';
import { isFromAllowedOrigin, nameOrigin } from './check-origin.ts';
import { createTurns } from './create-turns.ts';
import type { StorageAdapter } from './file-storage-adapter.ts';
import { listOneFolder } from './list-one-folder.ts';
import type { Mailbox } from './mailbox.ts';
import { matchAuth } from './match-auth.ts';
import { matchStorage, refuseUnknownToLite } from './match-storage.ts';
import { readMailSettings } from './read-mail-settings.ts';
import { receiveMail } from './receive-mail.ts';
import { receiveRequest } from './receive-request.ts';
import { rewriteSignedUrls } from './rewrite-signed-urls.ts';
import { mailPath, serveMailPage } from './serve-mail-page.ts';
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

/** Where the mails of Supabase Auth go, and the address of the app to which their links lead. */
export type MailOptions = { mailbox: Mailbox; siteUrl: string };

export type StackOptions = {
  allowedOrigins?: readonly string[];
  isSignUpOpen?: boolean;
  /** Without it a sign-up needs no confirmation, as tests want it. */
  mail?: MailOptions;
};

/**
 * Creates lite's server on a database, behind our checks. Admin mode is off, so every request needs a key, and only pages
 * of the allowed origins may send one.
 */
export function createStackApp(
  database: StackDatabase,
  keys: StackKeys,
  storage: StorageAdapter,
  { allowedOrigins = [], isSignUpOpen = true, mail }: StackOptions = {},
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
      minimum_password_length: 10,
      ...(mail ? { site_url: mail.siteUrl } : {}),
      email: {
        enable_signup: true,
        enable_confirmations: mail !== undefined,
        ...(mail ? readMailSettings() : {}),
      },
    },
    storage: { enabled: true },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true },
      ...(mail ? { drivers: { email: mail.mailbox.driver } } : {}),
    },
  });
  app._storageAdapter = storage;
  const runUploadInTurn = createTurns();
  const callLite = async (request: Request, peerAddress: string | null) => {
    const send = (one: Request) => database.runRequest(() => app.fetch(one, { peerAddress }));
    // Of two uploads of one path that overlap, the second would replace the file of the first and then fail with 500.
    const response = await (isUpload(request)
      ? runUploadInTurn(() => send(request))
      : matchAuth(request, database, send));
    return matchStorage(request, await rewriteSignedUrls(request, response));
  };
  return {
    app,
    fetch: async (request, peerAddress) => {
      if (mail && new URL(request.url).pathname === mailPath) {
        return request.method === 'POST'
          ? receiveMail(request, peerAddress, mail.mailbox, keys.jwtSecret)
          : serveMailPage(request, peerAddress, mail.mailbox);
      }
      if (!isServed(request)) return Response.json({ message: 'not found' }, { status: 404 });
      if (!isFromAllowedOrigin(request, allowedOrigins)) return refuseOrigin();
      const received = await receiveRequest(request);
      if (received === null) return refuseSize();
      const refusal = refuseUnknownToLite(received);
      if (refusal !== null) return refusal;
      const response = await listOneFolder(received, (listing) => callLite(listing, peerAddress));
      return nameOrigin(received, response);
    },
  };
}

function isUpload({ method, url }: Request): boolean {
  return (method === 'POST' || method === 'PUT') && new URL(url).pathname.startsWith('/storage/v1/object/');
}

function refuseOrigin(): Response {
  return Response.json({ message: 'This origin may not use the database.' }, { status: 403 });
}

/** Has the form of Storage's own errors. */
function refuseSize(): Response {
  const message = 'The object exceeded the maximum allowed size';
  return Response.json({ statusCode: '413', error: 'Payload too large', message }, { status: 400 });
}

/** lite serves other paths too (`/_system`, its studio), which Supabase's gateway does not. */
function isServed(request: Request): boolean {
  return /^\/(rest|auth|storage)\/v1(\/|$)/.test(new URL(request.url).pathname);
}

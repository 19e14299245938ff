import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import type { Log } from '../request-log.ts';
import { prepareToClose } from './close-server.ts';
import { createAppServer } from './create-app-server.ts';
import { type Front, readFront } from './create-front.ts';
import { type CallerLimit, limitCallers } from './limit-callers.ts';
import type { SecurityOptions } from './security-headers.ts';
import type { ServeOptions } from './serve-request.ts';

/** How an app is served. */
export type AppServerOptions = {
  directory: string;
  host: string;
  /** With 0 the system chooses a free port. */
  port: number;
  publicUrl: URL;
  noIndex: boolean;
  referrerPolicy: SecurityOptions['referrerPolicy'];
  isDevelopment: boolean;
  log: Log;
  /** How many requests one caller may send; absent: any number. */
  callerLimit?: Omit<CallerLimit, 'clock'>;
  /** For an app with a front (create-front.ts): an address of the route file that shares it. */
  frontPath?: string;
  /** Whether rendered pages may be sent again (define-cached-page.ts). True unless it is given. */
  cachesPages?: boolean;
};

/** A started app: its address, and how to stop it. */
export type RunningApp = { url: string; close: () => Promise<void> };

// When the server closes, requests that take longer than this are cut off.
const graceMs = 5_000;

/** Runs a Next app behind a server that knows the peer's address, gives each request a nonce, and sets headers. */
export async function startAppServer(options: AppServerOptions): Promise<RunningApp> {
  const app = next({
    dev: options.isDevelopment,
    dir: options.directory,
    // In development Next serves its scripts only to pages of this host, and a phone opens the app at its public URL.
    hostname: options.isDevelopment ? options.publicUrl.hostname : options.host,
    port: options.port,
    // Next adds a listener for upgrades to this server, by default to ours. It does not end all upgraded connections, and
    // only its development mode upgrades any. Without a listener an upgrade is a request like any other.
    ...(options.isDevelopment ? {} : { httpServer: createServer() }),
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const security: SecurityOptions = {
    isHttps: options.publicUrl.protocol === 'https:',
    noIndex: options.noIndex,
    referrerPolicy: options.referrerPolicy,
    isDevelopment: options.isDevelopment,
  };
  const takeHit = options.callerLimit
    ? limitCallers({ ...options.callerLimit, clock: () => new Date() })
    : () => 0;
  const cachesPages = options.cachesPages ?? true;
  const served: ServeOptions = { front: null, handle, security, log: options.log, takeHit, cachesPages };
  // In development Next responds to everything, since it knows when the code has changed.
  const { frontPath } = options;
  const front = frontPath === undefined || options.isDevelopment ? null : await loadFront(frontPath, served);
  const server = createAppServer({ ...served, front });
  const close = prepareToClose(server);
  await listen(server, options);
  const { port } = server.address() as AddressInfo; // an http server on a port has no other kind of address
  return {
    url: `http://${options.host}:${port}`,
    close: async () => {
      // In development a browser tab leaves its connections open, and the developer waits for the restart.
      await close(options.isDevelopment ? 0 : graceMs);
      await app.close();
    },
  };
}

/** Next loads a file at the first request for it, so it gets one, by a server that nobody else can reach. */
async function loadFront(path: string, served: ServeOptions): Promise<Front> {
  const server = createAppServer(served);
  await listen(server, { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo; // as above
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
  server.closeAllConnections();
  server.close();
  const front = readFront();
  if (front === null) {
    throw new Error(`Next has responded to ${path} with ${status}, and no front was shared.`);
  }
  return front;
}

function listen(server: Server, options: Pick<AppServerOptions, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

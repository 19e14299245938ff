import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { StackFetch } from './create-stack-app.ts';
import { readErrorCode } from './read-error.ts';
import { SupabaseLocalError } from './supabase-local-error.ts';

/** A listening HTTP server. */
export interface Listening {
  url: string;
  port: number;
  /** Refuses new requests and waits for the current ones. */
  close(): Promise<void>;
}

// When the server closes, requests that take longer than this are cut off.
const graceMs = 5_000;

/** Serves over HTTP. The peer's address is that of the socket, never of a header. Throws `port_taken` or `setting_invalid`. */
export async function listen(fetch: StackFetch, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => {
      const peerAddress = 'incoming' in env ? env.incoming.socket.remoteAddress : undefined;
      return fetch(request, peerAddress ?? null);
    },
    // Without HTTP/2 options this is always a plain HTTP server.
  }) as Server;
  const taken = await bind(server, host, port);
  const shown = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shown}:${taken}`, port: taken, close: () => closeServer(server) };
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainBindError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function explainBindError(error: Error, host: string, port: number): Error {
  const code = readErrorCode(error);
  if (code === 'EADDRINUSE') {
    return new SupabaseLocalError(
      'port_taken',
      `Port ${port} on ${host} is taken. End what uses it, or set SUPABASE_PORT to another port.`,
      { cause: error },
    );
  }
  if (code !== 'EADDRNOTAVAIL' && code !== 'EACCES' && code !== 'ENOTFOUND') return error;
  return new SupabaseLocalError(
    'setting_invalid',
    `Cannot listen on ${host}:${port} (${code}). Set HOST and SUPABASE_PORT to an address of this machine.`,
    { cause: error },
  );
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(cutOff);
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}

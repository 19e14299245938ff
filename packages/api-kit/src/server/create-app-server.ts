import { createServer, type Server } from 'node:http';
import { respondToClientErrors } from './client-errors.ts';
import { listenForRequests, type ServeOptions } from './serve-request.ts';

/** Our HTTP server, not yet listening. Every response has our headers, those that Node would send by itself included. */
export function createAppServer(options: ServeOptions): Server {
  const listener = listenForRequests(options);
  // `checkRequest` refuses a request without a host, and an expectation that nobody can meet.
  const server = createServer({ requireHostHeader: false }, listener);
  server.on('checkExpectation', listener);
  respondToClientErrors(server, options);
  // A body that is sent slowly must not occupy a connection for minutes.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return server;
}

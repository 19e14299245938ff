import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { securityHeaders } from './security-headers.ts';
import type { ServeOptions } from './serve-request.ts';

const statusOfCode: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Responds with our headers to what Node cannot read as a request, logs it, and closes the connection. */
export function respondToClientErrors(
  server: Server,
  { security, log }: Pick<ServeOptions, 'security' | 'log'>,
): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.prependListener('request', ({ socket }, response) => responses.set(socket, response));

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const last = responses.get(socket);
    const isResponding = last?.headersSent && !last.writableFinished;
    if (!socket.writable || isResponding || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const requestId = randomUUID();
    const status = statusOfCode[error.code ?? ''] ?? 400;
    const headers = { ...securityHeaders(requestId, security), 'X-Request-Id': requestId };
    // A client that does not close its end must not occupy the connection.
    socket.end(formatResponse(status, headers), () => socket.destroy());
    log.request({ requestId, route: 'unknown', method: 'unknown', status, ms: 0, error: 'invalid_request' });
  });
}

function formatResponse(status: number, headers: Record<string, string>): string {
  const text = STATUS_CODES[status] ?? '';
  const all = {
    ...headers,
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain',
    'Content-Length': text.length,
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${text}`, ...lines, '', text].join('\r\n');
}

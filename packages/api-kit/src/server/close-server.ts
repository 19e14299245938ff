import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Prepares a server to be closed: the returned function stops listening, gives requests under way so many milliseconds,
 * and then cuts every connection. Node's own `closeAllConnections` leaves websockets open, and `close` waits for them.
 */
export function prepareToClose(server: Server): (graceMs: number) => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return async (graceMs) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cutOff = setTimeout(() => {
      for (const socket of sockets) {
        socket.destroy();
      }
    }, graceMs);
    await closed;
    clearTimeout(cutOff);
  };
}

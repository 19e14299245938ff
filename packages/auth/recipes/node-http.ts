// A server of plain Node that takes orders from guests who proved their stay. Run as: STAYS_URL=https://… node node-http.ts
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createGuestVerifier, KeysUnavailableError } from '@gudbro/auth';
import { createRemoteJWKSet } from 'jose';

const issuer = process.env['STAYS_URL'] ?? 'https://stays.example';
const guests = createGuestVerifier({
  issuer,
  audience: 'gudbro-stays',
  jwks: createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer)),
});

async function takeOrder(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const result = await guests.authenticateGuest(request, { requireTier: 'full' });
  if (!result.ok) return respond(response, result.error.status, { error: result.error.code });
  respond(response, 200, { orderFor: result.session.bookingId ?? result.session.sessionId });
}

function respond(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  takeOrder(request, response).catch((error: unknown) => {
    const status = error instanceof KeysUnavailableError ? error.status : 500;
    respond(response, status, { error: status === 503 ? 'unavailable' : 'internal' });
  });
});
server.listen(Number(process.env['PORT'] ?? 3000), () => console.log(JSON.stringify(server.address())));

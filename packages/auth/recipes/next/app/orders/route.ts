// A route handler of Next that takes orders from guests who proved their stay. STAYS_URL is the guest app's address.
// In a server component or an action the request is `{ headers: await headers() }`.
import { createGuestVerifier, KeysUnavailableError } from '@gudbro/auth';
import { createRemoteJWKSet } from 'jose';

const issuer = process.env['STAYS_URL'] ?? 'https://stays.example';
const guests = createGuestVerifier({
  issuer,
  audience: 'gudbro-stays',
  jwks: createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer)),
});

export async function GET(request: Request): Promise<Response> {
  try {
    const result = await guests.authenticateGuest(request, { requireTier: 'full' });
    if (!result.ok) return Response.json({ error: result.error.code }, { status: result.error.status });
    return Response.json({ orderFor: result.session.bookingId ?? result.session.sessionId });
  } catch (error) {
    if (!(error instanceof KeysUnavailableError)) throw error;
    return Response.json({ error: 'unavailable' }, { status: error.status });
  }
}

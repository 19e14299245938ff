// A Hono app that takes orders from guests who proved their stay. Run as: STAYS_URL=https://… node hono.ts
// Only the last lines are Node's: Workers, Deno and Bun serve `app` themselves.
import { createGuestVerifier, type FullSession, KeysUnavailableError } from '@gudbro/auth';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { createRemoteJWKSet } from 'jose';

const issuer = process.env['STAYS_URL'] ?? 'https://stays.example';
const guests = createGuestVerifier({
  issuer,
  audience: 'gudbro-stays',
  jwks: createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer)),
});

const requireGuest = createMiddleware<{ Variables: { guest: FullSession } }>(async (context, next) => {
  const result = await guests.authenticateGuest(context.req.raw, { requireTier: 'full' });
  if (!result.ok) return context.json({ error: result.error.code }, result.error.status);
  context.set('guest', result.session);
  return next();
});

const app = new Hono();
app.get('/orders', requireGuest, (context) => {
  const guest = context.get('guest');
  return context.json({ orderFor: guest.bookingId ?? guest.sessionId });
});
app.onError((error, context) => {
  if (!(error instanceof KeysUnavailableError)) throw error;
  return context.json({ error: 'unavailable' }, error.status);
});
serve({ fetch: app.fetch, port: Number(process.env['PORT'] ?? 3000) }, (address) =>
  console.log(JSON.stringify(address)),
);

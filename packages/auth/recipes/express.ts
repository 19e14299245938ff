// An Express app that takes orders from guests who proved their stay. Run as: STAYS_URL=https://… node express.ts
import { createGuestVerifier, type FullSession, KeysUnavailableError } from '@gudbro/auth';
import express, { type NextFunction, type Request, type Response } from 'express';
import { createRemoteJWKSet } from 'jose';

const issuer = process.env['STAYS_URL'] ?? 'https://stays.example';
const guests = createGuestVerifier({
  issuer,
  audience: 'gudbro-stays',
  jwks: createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer)),
});

type WithGuest = { guest: FullSession };

async function requireGuest(request: Request, response: Response<object, WithGuest>, next: NextFunction) {
  const result = await guests.authenticateGuest(request, { requireTier: 'full' });
  if (!result.ok) {
    response.status(result.error.status).json({ error: result.error.code });
    return;
  }
  response.locals.guest = result.session;
  next();
}

function handleError(error: unknown, _request: Request, response: Response, next: NextFunction) {
  if (!(error instanceof KeysUnavailableError)) return next(error);
  response.status(error.status).json({ error: 'unavailable' });
}

const app = express();
app.get('/orders', requireGuest, (_request, response: Response<object, WithGuest>) => {
  const { guest } = response.locals;
  response.json({ orderFor: guest.bookingId ?? guest.sessionId });
});
app.use(handleError);
const server = app.listen(Number(process.env['PORT'] ?? 3000), () =>
  console.log(JSON.stringify(server.address())),
);

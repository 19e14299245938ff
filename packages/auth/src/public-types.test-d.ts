import { type createRemoteJWKSet, exportJWK } from 'jose';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  AccessTier,
  AsymmetricKey,
  AuthenticateResult,
  BrowseSession,
  FullSession,
  GuestAuth,
  GuestAuthOptions,
  GuestSession,
  GuestVerifier,
  GuestVerifierOptions,
  JwksResolver,
  SessionExpiredError,
  SessionFor,
  VerificationRequiredError,
  VerifyResult,
} from './index.ts';

type Accepted<T extends AccessTier> = Extract<AuthenticateResult<T>, { ok: true }>['session'];
type Refused<T extends AccessTier> = Extract<AuthenticateResult<T>, { ok: false }>['error'];

describe('requireTier', () => {
  it('narrows the type of the session to full', () => {
    expectTypeOf<Accepted<'full'>>().toEqualTypeOf<FullSession>();
    expectTypeOf<Accepted<'browse'>>().toEqualTypeOf<GuestSession>();
    expectTypeOf<Accepted<AccessTier>>().toEqualTypeOf<GuestSession>();
    expectTypeOf<SessionFor<'full'>>().toEqualTypeOf<FullSession>();
  });

  it('decides the type of the error', () => {
    expectTypeOf<Refused<'browse'>>().toEqualTypeOf<SessionExpiredError>();
    expectTypeOf<Refused<'full'>>().toEqualTypeOf<SessionExpiredError | VerificationRequiredError>();
    expectTypeOf<
      Extract<Refused<'full'>, { code: 'verification_required' }>['status']
    >().toEqualTypeOf<403>();
    expectTypeOf<Refused<'browse'>['status']>().toEqualTypeOf<401>();
  });

  it('is inferred from the argument of the call', () => {
    const ask = (auth: GuestAuth, request: Request) =>
      auth.authenticateGuest(request, { requireTier: 'full' });
    expectTypeOf(ask).returns.resolves.toEqualTypeOf<AuthenticateResult<'full'>>();
    expectTypeOf<{ requireTier: 'admin' }>().not.toExtend<Parameters<GuestAuth['authenticateGuest']>[1]>();
  });
});

describe('sessions', () => {
  it('have no member for a person in the browse tier', () => {
    expectTypeOf<BrowseSession>().not.toHaveProperty('bookingId');
    expectTypeOf<BrowseSession>().not.toHaveProperty('checkoutDate');
    expectTypeOf<FullSession['bookingId']>().toEqualTypeOf<string | undefined>();
  });

  it('are narrowed by accessTier, and a full one by bookingId', () => {
    expectTypeOf<Extract<GuestSession, { accessTier: 'browse' }>>().toEqualTypeOf<BrowseSession>();
    expectTypeOf<Extract<FullSession, { bookingId: string }>['sessionId']>().toEqualTypeOf<undefined>();
    expectTypeOf<Extract<VerifyResult, { ok: true }>>().not.toHaveProperty('reason');
  });
});

describe('signing', () => {
  it('takes one booking or one guest session, never both and never none', () => {
    type Guest = Parameters<GuestAuth['signGuestToken']>[0];
    type Room = { propertyId: string; expiresAt: Date };
    expectTypeOf<Room & { bookingId: string }>().toExtend<Guest>();
    expectTypeOf<Room & { sessionId: string }>().toExtend<Guest>();
    expectTypeOf<Room>().not.toExtend<Guest>();
    expectTypeOf<Room & { bookingId: string; sessionId: string }>().not.toExtend<Guest>();
    expectTypeOf<{ propertyId: string; bookingId: string }>().not.toExtend<Guest>();
  });

  it('is no part of the type of a verifier', () => {
    expectTypeOf<GuestVerifier>().not.toHaveProperty('signGuestToken');
    expectTypeOf<GuestVerifier>().not.toHaveProperty('signRoomBrowseToken');
  });
});

describe('keys', () => {
  it("accept jose's own JWKs and resolvers in their types", () => {
    expectTypeOf(exportJWK).returns.resolves.toExtend<AsymmetricKey['jwk']>();
    expectTypeOf<ReturnType<typeof createRemoteJWKSet>>().toExtend<JwksResolver>();

    expectTypeOf<ReturnType<GuestAuth['toJwks']>>().toExtend<GuestVerifierOptions['jwks']>();
    expectTypeOf<[]>().not.toExtend<GuestAuthOptions['keys']>();
  });
});

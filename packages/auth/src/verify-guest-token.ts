import type { RefusalReason } from './guest-results.ts';
import type { KeySet, LocalKey } from './key-set.ts';
import { type LegacyClaims, readLegacyClaims, readTokenClaims, type TokenClaims } from './token-claims.ts';
import { readTokenHeader } from './token-header.ts';
import { BROWSE_LIFETIME_SECONDS } from './token-rules.ts';
import { verifyCurrentJwt, verifyLegacyJwt } from './verify-jwt.ts';
import type { VerifySettings } from './verify-settings.ts';

/** The claims of a verified token, before they become a session. */
export type VerifiedToken =
  | { kind: 'current'; claims: TokenClaims }
  | { kind: 'legacy'; claims: LegacyClaims; acceptedUntilSeconds: number };

export type TokenVerification = { ok: true; token: VerifiedToken } | { ok: false; reason: RefusalReason };

export type VerifyContext = { settings: VerifySettings; keySet: KeySet; legacyKey: LocalKey | null };

/** Verifies a token: from its text to claims that can be relied on. Does not use the cache. */
export async function verifyToken(
  token: string,
  context: VerifyContext,
  now: Date,
): Promise<TokenVerification> {
  const header = readTokenHeader(token);
  if (header.kind === 'refused') return { ok: false, reason: header.reason };
  if (header.kind === 'legacy') return verifyLegacyToken(token, context, now);

  const { settings, keySet } = context;
  const found = await keySet.find(header.kid, header.alg);
  if (!found.ok) return found;
  const verified = await verifyCurrentJwt(token, found, settings, now);
  if (!verified.ok) return verified;
  const claims = readTokenClaims(verified.payload);
  if (!claims) return { ok: false, reason: 'claims' };
  const refusal = checkTimes(claims, settings, now);
  return refusal ? { ok: false, reason: refusal } : { ok: true, token: { kind: 'current', claims } };
}

async function verifyLegacyToken(
  token: string,
  { settings, legacyKey }: VerifyContext,
  now: Date,
): Promise<TokenVerification> {
  const { legacy } = settings;
  if (!legacy || !legacyKey) return { ok: false, reason: 'wrong_type' };
  // The last day is a day of the calendar: no tolerance.
  if (now.getTime() >= legacy.endsAtSeconds * 1000) return { ok: false, reason: 'legacy_ended' };
  const verified = await verifyLegacyJwt(token, await legacyKey.load(), settings, now);
  if (!verified.ok) return verified;
  const claims = readLegacyClaims(verified.payload);
  if (!claims) return { ok: false, reason: 'claims' };
  if (isInFuture(claims.iat ?? 0, settings, now)) return { ok: false, reason: 'not_yet_valid' };
  return { ok: true, token: { kind: 'legacy', claims, acceptedUntilSeconds: legacy.endsAtSeconds } };
}

// jose has checked nbf and exp against the clock. These are the bounds it does not know.
function checkTimes(claims: TokenClaims, settings: VerifySettings, now: Date): RefusalReason | null {
  if (isInFuture(claims.iat, settings, now)) return 'not_yet_valid';
  const lifetimeSeconds = claims.exp - claims.iat;
  const longest = claims.accessTier === 'browse' ? BROWSE_LIFETIME_SECONDS : settings.maxFullLifetimeSeconds;
  return lifetimeSeconds > 0 && lifetimeSeconds <= longest && claims.nbf <= claims.exp ? null : 'claims';
}

function isInFuture(seconds: number, settings: VerifySettings, now: Date): boolean {
  return seconds > Math.floor(now.getTime() / 1000) + settings.clockToleranceSeconds;
}

import { type CryptoKey, errors, type JWTPayload, jwtVerify } from 'jose';
import type { RefusalReason } from './guest-results.ts';
import type { GuestAlgorithm } from './key-set.ts';
import { TOKEN_TYPE } from './token-rules.ts';
import type { VerifySettings } from './verify-settings.ts';

export type JwtResult = { ok: true; payload: JWTPayload } | { ok: false; reason: RefusalReason };

/** Signature, `typ`, `iss`, `aud` and times by jose, with everything pinned. */
export function verifyCurrentJwt(
  token: string,
  { key, alg }: { key: CryptoKey; alg: GuestAlgorithm },
  settings: VerifySettings,
  now: Date,
): Promise<JwtResult> {
  return settle(
    jwtVerify(token, key, {
      algorithms: [alg],
      typ: TOKEN_TYPE,
      issuer: settings.issuer,
      audience: settings.audience,
      requiredClaims: ['iat', 'nbf', 'exp', 'jti'],
      currentDate: now,
      clockTolerance: settings.clockToleranceSeconds,
    }),
  );
}

/** Signature and times of a token of the earlier system, which had neither `iss` nor `aud`. */
export function verifyLegacyJwt(
  token: string,
  key: CryptoKey,
  settings: VerifySettings,
  now: Date,
): Promise<JwtResult> {
  return settle(
    jwtVerify(token, key, {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: now,
      clockTolerance: settings.clockToleranceSeconds,
    }),
  );
}

async function settle(verification: ReturnType<typeof jwtVerify>): Promise<JwtResult> {
  try {
    return { ok: true, payload: (await verification).payload };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { ok: false, reason: toReason(error) };
    throw error;
  }
}

const CLAIM_REASONS: Record<string, RefusalReason> = {
  typ: 'wrong_type',
  iss: 'wrong_issuer',
  aud: 'wrong_audience',
};

function toReason(error: errors.JOSEError): RefusalReason {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return 'malformed';
  if (error.claim === 'nbf' && error.reason === 'check_failed') return 'not_yet_valid';
  return CLAIM_REASONS[error.claim] ?? 'claims';
}

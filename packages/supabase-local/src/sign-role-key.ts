import { SignJWT } from 'jose';

/** What a role key is signed with, and for whom. */
export type RoleKeyOptions = {
  /** The database role the key acts as, for example `guest_api`. */
  role: string;
  /** Ten years by default, like Supabase's own anon and service keys. */
  expiresInSeconds?: number;
} & (
  | { jwtSecret: string }
  /** A signing key of the project, where it has asymmetric ones. */
  | { signingKey: SigningKey }
);

/** A private key of Supabase's form, a JWK. Supabase finds the public half by its `kid`. */
export type SigningKey = { kty: 'EC'; crv: 'P-256'; kid: string; x: string; y: string; d: string };

const tenYearsSeconds = 10 * 365 * 24 * 60 * 60;

/** Signs a long-lived key for one role, in the same form as Supabase's own anon and service keys. */
export function signRoleKey(options: RoleKeyOptions): Promise<string> {
  const { role, expiresInSeconds = tenYearsSeconds } = options;
  const issuedAt = Math.floor(Date.now() / 1000);
  const token = new SignJWT({ role })
    .setIssuer('supabase')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresInSeconds);
  if ('jwtSecret' in options) {
    return token
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(new TextEncoder().encode(options.jwtSecret));
  }
  const { signingKey } = options;
  return token.setProtectedHeader({ alg: 'ES256', kid: signingKey.kid, typ: 'JWT' }).sign(signingKey);
}

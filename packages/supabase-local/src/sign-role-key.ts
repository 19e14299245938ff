import { SignJWT } from 'jose';

/** What a role key is signed with, and for whom. */
export interface RoleKeyOptions {
  jwtSecret: string;
  /** The database role the key acts as, for example `guest_api`. */
  role: string;
  /** Ten years by default, like Supabase's own anon and service keys. */
  expiresInSeconds?: number;
}

const tenYearsSeconds = 10 * 365 * 24 * 60 * 60;

/** Signs a long-lived key for one role, in the same form as Supabase's own anon and service keys. */
export function signRoleKey(options: RoleKeyOptions): Promise<string> {
  const { jwtSecret, role, expiresInSeconds = tenYearsSeconds } = options;
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('supabase')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresInSeconds)
    .sign(new TextEncoder().encode(jwtSecret));
}

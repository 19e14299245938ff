import { z } from 'zod';
import type { GuestVerifyOptions } from './guest-auth-options.ts';
import { DEFAULT_COOKIE_NAME, isCookieName, needsSecure } from './guest-cookie.ts';
import { GuestConfigError } from './guest-errors.ts';
import { parseSecret } from './parse-secret.ts';
import { MAX_LIFETIME_SECONDS } from './token-rules.ts';

/** The options after parsing: every default filled in, nothing left to check. */
export type VerifySettings = {
  issuer: string;
  audience: string;
  clock: () => Date;
  clockToleranceSeconds: number;
  maxFullLifetimeSeconds: number;
  legacy: { secret: Uint8Array; endsAtSeconds: number } | null;
  cache: false | { maxEntries: number; maxAgeSeconds: number };
  cookie: { name: string; secure: boolean };
};

const nameSchema = z.string().min(1).max(256);
const secretSchema = z.union([z.string(), z.instanceof(Uint8Array)]);
const clockSchema = z.custom<() => Date>((value) => typeof value === 'function', 'must be a function');

const cookieSchema = z
  .strictObject({
    name: z.string().refine(isCookieName, 'is no cookie name').default(DEFAULT_COOKIE_NAME),
    secure: z.boolean().default(true),
  })
  .refine((cookie) => cookie.secure || !needsSecure(cookie.name), 'this prefix needs a secure cookie');

const verifyOptionsSchema = z.strictObject({
  issuer: nameSchema,
  audience: nameSchema,
  clock: clockSchema.default(() => () => new Date()),
  clockToleranceSeconds: z.int().min(0).max(60).default(5),
  maxFullLifetimeSeconds: z.int().min(1).max(MAX_LIFETIME_SECONDS).default(MAX_LIFETIME_SECONDS),
  legacy: z.strictObject({ secret: secretSchema, acceptUntil: z.iso.date() }).optional(),
  cache: z
    .union([
      z.literal(false),
      z.strictObject({
        maxEntries: z.int().min(1).max(1_000_000).default(1000),
        maxAgeSeconds: z.int().min(1).max(3600).default(60),
      }),
    ])
    .prefault({}),
  cookie: cookieSchema.prefault({}),
});

/** Checks all options but the keys. Throws `GuestConfigError`, which names the option and shows no value. */
export function parseVerifySettings(options: GuestVerifyOptions): VerifySettings {
  const parsed = verifyOptionsSchema.safeParse(options);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join('.') || 'options';
    throw new GuestConfigError('invalid_option', path, issue?.message ?? 'is not valid');
  }
  const { legacy, ...settings } = parsed.data;
  return { ...settings, legacy: legacy ? parseLegacy(legacy) : null };
}

function parseLegacy(legacy: { secret: string | Uint8Array; acceptUntil: string }) {
  return {
    secret: parseSecret(legacy.secret, 'legacy.secret'),
    endsAtSeconds: Date.parse(`${legacy.acceptUntil}T00:00:00Z`) / 1000 + 24 * 60 * 60,
  };
}

import type { GuestVerifyOptions, LegacyOptions, TokenCacheOptions } from './guest-auth-options.ts';
import { DEFAULT_COOKIE_NAME, isCookieName, needsSecure } from './guest-cookie.ts';
import { GuestConfigError } from './guest-errors.ts';
import { parseSecret } from './parse-secret.ts';
import { createOptionReader } from './read-options.ts';
import { MAX_LIFETIME_SECONDS } from './token-rules.ts';
import { isIntegerIn, isIsoDate, isString } from './value-guards.ts';

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

const OPTION_NAMES = [
  'issuer',
  'audience',
  'clock',
  'clockToleranceSeconds',
  'maxFullLifetimeSeconds',
  'legacy',
  'cache',
  'cookie',
];

/** Checks all options but the keys. Throws `GuestConfigError`, which names the option and shows no value. */
export function parseVerifySettings(options: GuestVerifyOptions): VerifySettings {
  const read = createOptionReader(options, '', OPTION_NAMES);
  const readInteger = (name: string, min: number, max: number, fallback: number) =>
    read(name, isIntegerIn(min, max), `must be a whole number from ${min} to ${max}`, fallback);
  return {
    issuer: read('issuer', isName, 'must be text of 1 to 256 characters'),
    audience: read('audience', isName, 'must be text of 1 to 256 characters'),
    clock: read('clock', isClock, 'must be a function', () => new Date()),
    clockToleranceSeconds: readInteger('clockToleranceSeconds', 0, 60, 5),
    maxFullLifetimeSeconds: readInteger(
      'maxFullLifetimeSeconds',
      1,
      MAX_LIFETIME_SECONDS,
      MAX_LIFETIME_SECONDS,
    ),
    legacy: options.legacy === undefined ? null : parseLegacy(options.legacy),
    cache: options.cache === false ? false : parseCache(options.cache),
    cookie: parseCookie(options.cookie),
  };
}

function isName(value: unknown): value is string {
  return isString(value) && value !== '' && value.length <= 256;
}

function isClock(value: unknown): value is () => Date {
  return typeof value === 'function';
}

function isSecret(value: unknown): value is string | Uint8Array {
  return isString(value) || value instanceof Uint8Array;
}

function parseLegacy(options: LegacyOptions): VerifySettings['legacy'] {
  const read = createOptionReader(options, 'legacy', ['secret', 'acceptUntil']);
  const secret = read('secret', isSecret, 'must be a string or bytes');
  const acceptUntil = read('acceptUntil', isIsoDate, 'must be a day, YYYY-MM-DD');
  return {
    secret: parseSecret(secret, 'legacy.secret'),
    endsAtSeconds: Date.parse(`${acceptUntil}T00:00:00Z`) / 1000 + 24 * 60 * 60,
  };
}

function parseCache(options: TokenCacheOptions = {}): VerifySettings['cache'] {
  const read = createOptionReader(options, 'cache', ['maxEntries', 'maxAgeSeconds']);
  return {
    maxEntries: read(
      'maxEntries',
      isIntegerIn(1, 1_000_000),
      'must be a whole number from 1 to 1000000',
      1000,
    ),
    maxAgeSeconds: read('maxAgeSeconds', isIntegerIn(1, 3600), 'must be a whole number from 1 to 3600', 60),
  };
}

function parseCookie(options: GuestVerifyOptions['cookie'] = {}): VerifySettings['cookie'] {
  const read = createOptionReader(options, 'cookie', ['name', 'secure']);
  const isSecureFlag = (value: unknown): value is boolean => typeof value === 'boolean';
  const name = read('name', isCookieName, 'is no cookie name', DEFAULT_COOKIE_NAME);
  const secure = read('secure', isSecureFlag, 'must be true or false', true);
  if (!secure && needsSecure(name)) {
    throw new GuestConfigError('invalid_option', 'cookie', 'this prefix needs a secure cookie');
  }
  return { name, secure };
}

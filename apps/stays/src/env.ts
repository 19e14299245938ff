import { createPrivateKey, X509Certificate } from 'node:crypto';
import { originSchema, parseEnv, restaurantMenuUrlSchema } from '@gudbro/api-kit';
import type { GuestKey } from '@gudbro/auth';
import { areMasterKeys } from '@gudbro/documents';
import { z } from 'zod';

const secretSchema = z.string().min(32, 'needs 32 characters at least');

// @gudbro/auth checks the keys themselves. Here the value only has to be a list of objects.
const tokenKeysSchema = z.string().transform((text, context): [GuestKey, ...GuestKey[]] => {
  const keys = readJson(text);
  if (
    !Array.isArray(keys) ||
    keys.length === 0 ||
    !keys.every((key) => typeof key === 'object' && key !== null)
  ) {
    context.addIssue('needs a JSON array of keys, the one that signs first');
    return z.NEVER;
  }
  return keys as [GuestKey, ...GuestKey[]];
});

// In a file of settings a PEM text is often one line, with \\n for its line breaks.
const pemSchema = z.string().transform((text) => text.replaceAll('\\n', '\n'));

const settingsSchema = z.object({
  STAYS_URL: originSchema,
  STAYS_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  SUPABASE_URL: originSchema,
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  SUPABASE_GUEST_KEY: z.string().min(1),
  GUEST_TOKEN_KEYS: tokenKeysSchema,
  CLIENT_SALT: secretSchema,
  /** The same as those of the backoffice. They wrap the keys of guests' documents. */
  DOCUMENT_KEYS: z.string().refine(areMasterKeys, 'needs keys of pnpm document-keys make, the newest first'),
  LEGACY_TOKEN_SECRET: secretSchema.optional(),
  LEGACY_TOKEN_ACCEPT_UNTIL: z.iso.date().optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** For a demo on plain http, where browsers drop Secure cookies. */
  ALLOW_INSECURE_COOKIES: z.literal('1').optional(),
  /** With 0, a room's page is rendered anew for each scan: to find out whether a fault comes from a page that was kept. */
  KEEP_PAGES: z.enum(['0', '1']).default('1'),
  ADDRESS_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  /** Without it no house shows the menu of its restaurant. */
  RESTAURANT_MENU_URL: restaurantMenuUrlSchema.optional(),
  /** PEM: a certificate with its chain and its key, with which WiFi profiles for Apple devices are signed. */
  PROFILE_CERTIFICATE: pemSchema.optional(),
  PROFILE_KEY: pemSchema.optional(),
});

const schema = settingsSchema.superRefine((settings, context) => {
  // A secret without a date would be accepted for ever, and a date without a secret accepts nothing.
  const hasSecret = settings.LEGACY_TOKEN_SECRET !== undefined;
  if (hasSecret !== (settings.LEGACY_TOKEN_ACCEPT_UNTIL !== undefined)) {
    const path = [hasSecret ? 'LEGACY_TOKEN_ACCEPT_UNTIL' : 'LEGACY_TOKEN_SECRET'];
    context.addIssue({ code: 'custom', path, message: 'is needed beside the other' });
  }
  if (!isKeyPair(settings.PROFILE_CERTIFICATE, settings.PROFILE_KEY)) {
    const message = 'and PROFILE_KEY have to be a certificate and its private key';
    context.addIssue({ code: 'custom', path: ['PROFILE_CERTIFICATE'], message });
  }
});

export type Env = z.infer<typeof settingsSchema>;

let parsed: Env | undefined;

/** The settings, parsed once. The server calls this at boot, so that a missing setting fails the start. */
export function env(): Env {
  parsed ??= parseEnv(schema, process.env);
  return parsed;
}

/** What WiFi profiles are signed with. Null where the deployment has no certificate. */
export function profileSigner(): { certificate: string; key: string } | null {
  const { PROFILE_CERTIFICATE: certificate, PROFILE_KEY: key } = env();
  return certificate === undefined || key === undefined ? null : { certificate, key };
}

/** Whether the app is served over https. On plain http, as in a demo, browsers drop Secure cookies. */
export function isHttps(): boolean {
  return env().STAYS_URL.startsWith('https:');
}

/** Both are missing, or the key is the certificate's. */
function isKeyPair(certificate: string | undefined, key: string | undefined): boolean {
  if (certificate === undefined || key === undefined) {
    return certificate === key;
  }
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false; // reported by the caller as a wrong variable, without its content
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // reported by the caller as a wrong variable, without its content
  }
}

import { originSchema, parseEnv, restaurantMenuUrlSchema } from '@gudbro/api-kit';
import { areMasterKeys } from '@gudbro/documents';
import { z } from 'zod';

const schema = z.object({
  BACKOFFICE_URL: originSchema,
  BACKOFFICE_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  HOST: z.string().default('127.0.0.1'),
  /** The address of the guest app, to which printed codes lead. */
  STAYS_URL: originSchema,
  SUPABASE_URL: originSchema,
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  /** Of the role that counts tries to sign in. Everything else runs as the account that is signed in. */
  SUPABASE_BACKOFFICE_KEY: z.string().min(1),
  /** With it browsers ask for push messages. Without it nobody is offered any. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^B[A-Za-z0-9_-]{86}$/, 'needs a public key of pnpm push-keys')
    .optional(),
  CLIENT_SALT: z.string().min(32, 'needs 32 characters at least'),
  /** The same as those of the guest app. They open the keys of guests' documents. */
  DOCUMENT_KEYS: z.string().refine(areMasterKeys, 'needs keys of pnpm document-keys make, the newest first'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  ADDRESS_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  /** The same as that of the guest app, to show owners where their guests get to. */
  RESTAURANT_MENU_URL: restaurantMenuUrlSchema.optional(),
  /** For `npm start`, which sends no mail: the page that shows what would have been sent. Never in production. */
  MAILS_SHOWN_AT: z.url().optional(),
  /** The same for the mails to guests and members, which a demo with a mail server sends. */
  JOB_MAILS_SHOWN_AT: z.url().optional(),
  /** For a demo on plain http, where a browser drops Secure cookies. */
  ALLOW_INSECURE_COOKIES: z.literal('1').optional(),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings, read once. The server reads them at start, so a missing one stops it before the first request. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

export function readEnv(source: Record<string, string | undefined>): Env {
  return parseEnv(schema, source);
}

import { originSchema, parseEnv } from '@gudbro/api-kit';
import { z } from 'zod';

const schema = z.object({
  BACKOFFICE_URL: originSchema,
  BACKOFFICE_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  HOST: z.string().default('127.0.0.1'),
  /** The address of the guest app, to which printed codes lead. */
  STAYS_URL: originSchema,
  SUPABASE_URL: originSchema,
  /** The only key of this app: each request runs as the account that is signed in. */
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
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

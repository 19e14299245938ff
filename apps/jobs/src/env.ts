import { originSchema, parseEnv } from '@gudbro/api-kit';
import { z } from 'zod';
import { parseMailAddress } from './mail/mail-address.ts';
import { isVapidKeyPair } from './push/vapid-keys.ts';

const addressSchema = z.string().transform((text, context) => {
  const address = parseMailAddress(text);
  if (address === null) {
    context.addIssue('needs an address, or a name and an address: Example <desk@example.com>');
    return z.NEVER;
  }
  return address;
});

const settingsSchema = z.object({
  SUPABASE_URL: originSchema,
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  SUPABASE_JOBS_KEY: z.string().min(1),
  /** Where the links of mails lead. */
  STAYS_URL: originSchema,
  BACKOFFICE_URL: originSchema,
  /** The mail server with its user and password, percent-encoded. smtps: TLS from the start; smtp: STARTTLS. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: addressSchema.optional(),
  /** For `npm start` without a mail server: the page of the embedded Supabase that shows mails. */
  MAILS_SHOWN_AT: z.url({ protocol: /^https?$/ }).optional(),
  /** The keys for push messages, all three or none. `pnpm push-keys` makes a pair. The subject is whom a push service may write to. */
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/, 'needs mailto: and an address, or https://')
    .optional(),
  /** For tests, on this machine alone: where push messages go in place of the browsers' push services. */
  PUSH_STAND_IN: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }).optional(),
  HOST: z.string().default('127.0.0.1'),
  /** Where the process says whether it is well. With 0 the system chooses a free port. */
  JOBS_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
});

const schema = settingsSchema.superRefine((settings, context) => {
  const add = (variable: string, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  if (settings.SMTP_URL === undefined && settings.MAILS_SHOWN_AT === undefined) {
    add('SMTP_URL', 'is needed: without it no mail is sent');
  }
  if (settings.SMTP_URL !== undefined && settings.MAIL_FROM === undefined) {
    add('MAIL_FROM', 'is needed beside SMTP_URL');
  }
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = settings;
  const given = [publicKey, privateKey, subject].filter((one) => one !== undefined);
  if (given.length % 3 !== 0) {
    add('VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY and VAPID_SUBJECT are needed together');
  } else if (publicKey !== undefined && !isVapidKeyPair(publicKey, privateKey ?? '')) {
    add('VAPID_PRIVATE_KEY', 'does not belong to VAPID_PUBLIC_KEY');
  }
});

export type Env = z.infer<typeof settingsSchema>;

/** The settings. Throws an EnvError that names what is missing or wrong. */
export function env(): Env {
  return parseEnv(schema, process.env);
}

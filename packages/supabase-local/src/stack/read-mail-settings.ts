import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { supabaseDir } from './supabase-dir.ts';

interface MailTemplate {
  subject: string;
  content_path: string;
}

/** The settings of Supabase Auth's mails in config.toml, so that the embedded stack sends what a deployment sends. */
export interface MailSettings {
  otp_length: number;
  otp_expiry: number;
  template: Record<string, MailTemplate>;
}

/** Reads them. The paths of the templates become absolute. Throws where config.toml has none. */
export function readMailSettings(): MailSettings {
  const config = parse(readFileSync(join(supabaseDir, 'config.toml'), 'utf8'));
  const email = readTable(readTable(config, 'auth'), 'email');
  const template: Record<string, MailTemplate> = {};
  for (const name of ['confirmation', 'magic_link', 'recovery'] as const) {
    const { subject, content_path: path } = readTable(readTable(email, 'template'), name);
    template[name] = {
      subject: String(subject),
      content_path: join(supabaseDir, String(path).replace(/^\.\/supabase\//, '')),
    };
  }
  return { otp_length: Number(email['otp_length']), otp_expiry: Number(email['otp_expiry']), template };
}

function readTable(table: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = table[name];
  if (typeof value !== 'object' || value === null) throw new Error(`supabase/config.toml has no ${name}`);
  return { ...value };
}

import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningSupabase } from '@gudbro/supabase-local';
import { createClient } from '@supabase/supabase-js';
import { readIfThere } from './read-if-there.ts';
import { StartError } from './read-settings.ts';

export type DemoPerson = { email: string; password: string; role: string };

/** The file with the passwords. It is in the data folder and is deleted with the data. */
export const demoSignInFile = 'demo-sign-in.json';

const people = [
  { email: 'owner@example.com', role: 'owner of four places' },
  { email: 'other@example.com', role: 'owner of Quiet House' },
  { email: 'manager@example.com', role: 'manager of Sunset Hotel' },
  { email: 'staff@example.com', role: 'staff of Sunset Hotel' },
  { email: 'housekeeper@example.com', role: 'housekeeper of Sunset Hotel' },
];

/**
 * Reads the demo's people. Their passwords are random, made on the first start and saved in the data folder: a demo that
 * listens on a network must not have passwords that everybody can read in our documentation.
 */
export async function readDemoPeople(dataDir: string): Promise<readonly DemoPerson[]> {
  const passwords = await readOrCreatePasswords(path.join(dataDir, demoSignInFile));
  return people.map((person) => ({ ...person, password: passwords[person.email] ?? '' }));
}

/** Signs up the people who have no account yet. Nobody reads their mail, so their addresses are confirmed here. */
export async function signUpDemoPeople(
  demoPeople: readonly DemoPerson[],
  { url, query, emptyMailbox }: RunningSupabase,
  publishableKey: string,
): Promise<void> {
  for (const { email, password } of demoPeople) {
    await signUpOrIn(url, publishableKey, email, password);
    await query(
      'update auth.users set email_confirmed_at = now() where email = $1 and email_confirmed_at is null',
      [email],
    );
  }
  emptyMailbox();
}

async function readOrCreatePasswords(file: string): Promise<Record<string, string>> {
  const saved = await readIfThere(file);
  if (saved !== null) {
    return JSON.parse(saved);
  }
  const created = Object.fromEntries(
    people.map(({ email }) => [email, randomBytes(9).toString('base64url')]),
  );
  await writeFile(file, `${JSON.stringify(created, null, 2)}\n`, { mode: 0o600 });
  return created;
}

async function signUpOrIn(
  url: string,
  publishableKey: string,
  email: string,
  password: string,
): Promise<void> {
  const { auth } = createClient(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const signedIn = await auth.signInWithPassword({ email, password });
  if (signedIn.error === null) {
    return;
  }
  // Also for somebody whose address was not confirmed because the first start was cut off: Supabase Auth changes nothing then.
  const signedUp = await auth.signUp({ email, password });
  if (signedUp.error !== null) {
    throw new StartError(
      `The demo's ${email} can neither sign in nor sign up (${signedUp.error.message}). ` +
        `The data folder does not match its ${demoSignInFile}: start with --fresh.`,
    );
  }
}

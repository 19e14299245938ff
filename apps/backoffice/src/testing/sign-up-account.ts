import { readFile } from 'node:fs/promises';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type { AccountClient } from '@/server/account-client';
import { connectTo } from './connect-to';
import { type CookieJar, createCookieJar } from './cookie-jar';

const password = 'a password of ten';

const demoPeople = new URL('../../../../supabase/demo-people.sql', import.meta.url);

export type SignedInAccount = {
  client: AccountClient;
  accountId: string;
  userId: string;
  jar: CookieJar;
  password: string;
};

/** Signs up a person, who gets the seed's account if it is one of the demo, and signs them in with the app's own client. */
export async function signUpAccount(db: TestDatabase, email: string): Promise<SignedInAccount> {
  const { userId } = await db.signUp(email, password);
  await db.sql(await readFile(demoPeople, 'utf8'));
  const jar = createCookieJar();
  const client = connectTo(db, jar);
  const { error } = await client.auth((auth) => auth.signInWithPassword({ email, password }));
  if (error !== null) {
    throw error;
  }
  const [account] = await db.sql<{ id: string }>('select id from public.accounts where auth_id = $1', [
    userId,
  ]);
  return { client, accountId: account?.id ?? '', userId, jar, password };
}

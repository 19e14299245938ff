import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type { AccountClient } from '@/server/account-client';
import { connectTo } from './connect-to';
import { type CookieJar, createCookieJar } from './cookie-jar';

const password = 'a password of ten';

export type SignedInAccount = { client: AccountClient; userId: string; jar: CookieJar; password: string };

/** Signs up an account, and signs it in with the app's own client. */
export async function signUpAccount(db: TestDatabase, email: string): Promise<SignedInAccount> {
  const { userId } = await db.signUp(email, password);
  const jar = createCookieJar();
  const client = connectTo(db, jar);
  const { error } = await client.auth((auth) => auth.signInWithPassword({ email, password }));
  if (error !== null) {
    throw error;
  }
  return { client, userId, jar, password };
}

import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { signIn } from '@/features/sign-in/sign-in';
import type { OwnerClient } from '@/server/owner-client';
import { connectTo } from './connect-to';
import { type CookieJar, createCookieJar } from './cookie-jar';

const password = 'a password of ten';

export type SignedInOwner = { client: OwnerClient; userId: string; jar: CookieJar; password: string };

/** Somebody who signed up, and signed in the way the app does it. */
export async function signUpOwner(db: TestDatabase, email: string): Promise<SignedInOwner> {
  const { userId } = await db.signUp(email, password);
  const jar = createCookieJar();
  const client = connectTo(db, jar);
  const result = await signIn(client, { email, password });
  if (!result.ok) {
    throw new Error(`${email} could not sign in: ${result.error}`);
  }
  return { client, userId, jar, password };
}

import 'server-only';
import { cookies } from 'next/headers';
import { accountCookieName } from './account-client';
import { actionClient } from './current-account';
import { signOut } from './sign-out';

/** Signs the person of an action out in this browser. Their cookies go also where Supabase Auth cannot be reached. */
export async function endSession(): Promise<void> {
  await signOut(await actionClient());
  const store = await cookies();
  for (const { name } of store.getAll()) {
    if (name.startsWith(accountCookieName)) {
      store.delete(name);
    }
  }
}

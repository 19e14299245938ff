import { ApiError } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { findAccount } from '@/server/current-account';
import { signOutAction } from './actions';
import { KeepDrafts } from './keep-drafts';

/** The email address of the signed-in person, and the sign-out button, for computers that several people use. */
export async function Account() {
  const [t, email] = await Promise.all([getTranslations('Frame'), readEmail()]);
  return (
    <>
      {email !== null && <KeepDrafts email={email} />}
      {email !== null && (
        <p className="order-last min-w-0 basis-full text-ink-soft text-sm sm:order-none sm:ml-auto sm:basis-auto">
          <span className="sr-only">{t('signedInAs')} </span>
          <Link
            href="/account"
            prefetch={false}
            className="block truncate py-3 underline pointer-fine:py-2 underline-offset-4"
          >
            {email}
          </Link>
        </p>
      )}
      <form action={signOutAction} className="shrink-0">
        <Button type="submit" variant="quiet" className="-mr-5 cursor-pointer">
          {t('signOut')}
        </Button>
      </form>
    </>
  );
}

/** Null where Supabase Auth cannot be reached: the page shows that error, and the sign-out button must still be there. */
async function readEmail(): Promise<string | null> {
  try {
    return (await findAccount())?.email ?? null;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'unavailable') {
      return null;
    }
    throw thrown;
  }
}

import { redirect } from 'next/navigation';
import { SignInView } from '@/features/sign-in/sign-in-view';
import { findAccount } from '@/server/current-account';
import { readNextPath } from '@/server/next-path';
import { guardPage } from '@/shell/error-panel/guard-page';

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = readNextPath((await searchParams).next);
  return guardPage('/sign-in', async () => {
    if ((await findAccount()) !== null) {
      redirect(next);
    }
    return <SignInView next={next} />;
  });
}

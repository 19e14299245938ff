import { redirect } from 'next/navigation';
import { SignUpView } from '@/features/sign-in/sign-up-view';
import { findAccount } from '@/server/current-account';
import { readNextPath } from '@/server/next-path';
import { guardPage } from '@/shell/error-panel/guard-page';

type SignUpPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const next = readNextPath((await searchParams).next);
  return guardPage('/sign-up', async () => {
    if ((await findAccount()) !== null) {
      redirect(next);
    }
    return <SignUpView next={next} />;
  });
}

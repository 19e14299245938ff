import { redirect } from 'next/navigation';
import { SignInView } from '@/features/sign-in/sign-in-view';
import { findOwner } from '@/server/current-owner';
import { readNextPath } from '@/server/next-path';
import { guardPage } from '@/shell/problem/guard-page';

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = readNextPath((await searchParams).next);
  return guardPage('/sign-in', async () => {
    if ((await findOwner()) !== null) {
      redirect(next);
    }
    return <SignInView next={next} />;
  });
}

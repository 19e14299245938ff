import { redirect } from 'next/navigation';
import { guardPage } from '@/features/problem/guard-page';
import { readNextPath } from '@/features/session/next-path';
import { SignInView } from '@/features/session/sign-in-view';
import { findOwner } from '@/server/current-owner';

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

import { redirect } from 'next/navigation';
import { MailCodeView } from '@/features/sign-in/mail-code-view';
import { findAccount } from '@/server/current-account';
import { readNextPath } from '@/server/next-path';
import { guardPage } from '@/shell/error-panel/guard-page';

type MailCodePageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function MailCodePage({ searchParams }: MailCodePageProps) {
  const next = readNextPath((await searchParams).next);
  return guardPage('/sign-in/mail', async () => {
    if ((await findAccount()) !== null) {
      redirect(next);
    }
    return <MailCodeView purpose="link" next={next} />;
  });
}

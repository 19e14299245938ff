import { MailCodeView } from '@/features/sign-in/mail-code-view';
import { readNextPath } from '@/server/next-path';
import { guardPage } from '@/shell/error-panel/guard-page';

type ForgottenPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function ForgottenPage({ searchParams }: ForgottenPageProps) {
  const next = readNextPath((await searchParams).next);
  return guardPage('/sign-in/forgotten', async () => {
    return <MailCodeView purpose="forgotten" next={next} />;
  });
}

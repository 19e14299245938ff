import { EnterCodeView } from '@/features/sign-in/enter-code-view';
import type { MailKind } from '@/features/sign-in/request-mail';
import { tokenField } from '@/server/account-fields';
import { readMailedTo } from '@/server/mailed-to';
import { guardPage } from '@/shell/error-panel/guard-page';

export type EnterCodePageProps = {
  searchParams: Promise<{ token?: string | string[]; sent?: string | string[] }>;
};

/** What the three pages have in common to which a mail can lead. */
export async function EnterCodePage({ kind, searchParams }: EnterCodePageProps & { kind: MailKind }) {
  const { token, sent } = await searchParams;
  return guardPage(`/sign-in/${kind}`, async () => (
    <EnterCodeView
      kind={kind}
      token={tokenField.safeParse(token).data ?? null}
      mailedTo={await readMailedTo()}
      isSentAgain={sent === 'again'}
    />
  ));
}

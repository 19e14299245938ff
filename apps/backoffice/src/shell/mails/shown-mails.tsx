import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { env } from '@/env';

/** Where a trial without a mail server shows the mails to guests and members. Nothing where they are sent. */
export async function ShownMails() {
  const address = env().JOB_MAILS_SHOWN_AT;
  if (address === undefined) {
    return null;
  }
  const t = await getTranslations('Mails');
  const link = (text: ReactNode) => (
    <a href={address} target="_blank" rel="noreferrer" className="font-semibold underline underline-offset-4">
      {text}
    </a>
  );
  return <Notice>{t.rich('shownAt', { link })}</Notice>;
}

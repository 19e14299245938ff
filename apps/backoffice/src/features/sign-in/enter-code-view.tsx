import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { env } from '@/env';
import type { MailedTo } from '@/server/mailed-to';
import { readEntryFields } from '@/shell/plain-form/entry-fields';
import { readEntryTexts } from '@/shell/plain-form/entry-texts';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { confirmAction, linkAction, newPasswordAction } from './code-actions';
import { EntryLayout } from './entry-layout';
import { mailAgainAction } from './mail-actions';
import type { MailKind } from './request-mail';
import { TextLink } from './text-link';

type EnterCodeViewProps = {
  kind: MailKind;
  /** The token of a mail's link: then there is no code to type. It is used when the form is sent, not when the page is opened. */
  token: string | null;
  mailedTo: MailedTo | null;
  isSentAgain: boolean;
};

const actions = { confirm: confirmAction, link: linkAction, 'new-password': newPasswordAction };

/** The page to which a mail leads, and on which its code is typed. */
export async function EnterCodeView({ kind, token, mailedTo, isSentAgain }: EnterCodeViewProps) {
  const [t, texts, all] = await Promise.all([
    getTranslations('EnterCode'),
    readEntryTexts(),
    readEntryFields(),
  ]);
  const words = await readWords(kind, token !== null, mailedTo?.email ?? null);
  const next = mailedTo?.next ?? '/';
  const askEmail = token === null && mailedTo === null;
  const proofFields = token === null ? [...(askEmail ? [all.email] : []), all.code] : [];
  return (
    <EntryLayout title={words.title} heading={words.title} intro={words.intro}>
      <div className="mb-6 space-y-3 empty:hidden">
        {isSentAgain && (
          <Notice icon="check" role="status">
            {t('sentAgain')}
          </Notice>
        )}
        {token === null && <MailsShownAt />}
      </div>
      <PlainForm
        action={actions[kind]}
        hidden={{
          next,
          ...(token === null ? {} : { token }),
          ...(token === null && mailedTo !== null ? { email: mailedTo.email } : {}),
        }}
        fields={[...proofFields, ...(kind === 'link' ? [] : [all.newPassword])]}
        submit={words.submit}
        submitting={t('submitting')}
        texts={texts}
      />
      {mailedTo !== null && <SendAgain kind={kind} mailedTo={mailedTo} />}
    </EntryLayout>
  );
}

async function readWords(kind: MailKind, isByLink: boolean, email: string | null) {
  const t = await getTranslations('EnterCode');
  const bold = { b: (text: ReactNode) => <b className="text-ink">{text}</b>, email: email ?? '' };
  const introOf = (byLink: string, sent: ReactNode) => {
    if (isByLink) {
      return byLink;
    }
    return email === null ? t('nothingSent') : sent;
  };
  switch (kind) {
    case 'confirm':
      return {
        title: t('confirmTitle'),
        submit: t('confirmSubmit'),
        intro: introOf(t('confirmByLink'), t.rich('confirmSent', bold)),
      };
    case 'link':
      return {
        title: t('linkTitle'),
        submit: t('linkSubmit'),
        intro: introOf(t('linkByLink'), t.rich('linkSent', bold)),
      };
    case 'new-password':
      return {
        title: t('newPasswordTitle'),
        submit: t('newPasswordSubmit'),
        intro: introOf(t('newPasswordByLink'), t.rich('newPasswordSent', bold)),
      };
  }
}

/** Only `npm start` has such a page. */
async function MailsShownAt() {
  const address = env().MAILS_SHOWN_AT;
  if (address === undefined) {
    return null;
  }
  const t = await getTranslations('EnterCode');
  const link = (text: ReactNode) => (
    <a href={address} target="_blank" rel="noreferrer" className="font-semibold underline underline-offset-4">
      {text}
    </a>
  );
  return <Notice>{t.rich('mailsShownAt', { link })}</Notice>;
}

async function SendAgain({ kind, mailedTo }: { kind: MailKind; mailedTo: MailedTo }) {
  const [t, texts] = await Promise.all([getTranslations('EnterCode'), readEntryTexts()]);
  const first = { confirm: '/sign-up', link: '/sign-in/mail', 'new-password': '/sign-in/forgotten' }[kind];
  return (
    <section className="mt-8 border-line border-t pt-6">
      <p className="mb-3 text-pretty text-ink-soft text-sm leading-relaxed">{t('again')}</p>
      <PlainForm
        action={mailAgainAction}
        hidden={{ kind, email: mailedTo.email, next: mailedTo.next }}
        fields={[]}
        submit={t('sendAgain')}
        submitting={t('submitting')}
        texts={texts}
        variant="secondary"
      />
      <p className="mt-2">
        <TextLink href={first}>{t('otherAddress')}</TextLink>
      </p>
    </section>
  );
}

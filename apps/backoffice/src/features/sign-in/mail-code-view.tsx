import { getTranslations } from 'next-intl/server';
import { formatPathWithNext } from '@/server/next-path';
import { readEntryFields } from '@/shell/plain-form/entry-fields';
import { readEntryTexts } from '@/shell/plain-form/entry-texts';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { EntryLayout } from './entry-layout';
import { forgottenAction, mailLinkAction } from './mail-actions';
import { TextLink } from './text-link';

type MailCodeViewProps = { purpose: 'link' | 'forgotten'; next: string };

/** Asks for a mail: to sign in without a password, or to choose a new one. */
export async function MailCodeView({ purpose, next }: MailCodeViewProps) {
  const [t, texts, fields] = await Promise.all([
    getTranslations('MailCode'),
    readEntryTexts(),
    readEntryFields(),
  ]);
  const isLink = purpose === 'link';
  const title = isLink ? t('linkTitle') : t('forgottenTitle');
  return (
    <EntryLayout title={title} heading={title} intro={isLink ? t('linkIntro') : t('forgottenIntro')}>
      <PlainForm
        action={isLink ? mailLinkAction : forgottenAction}
        hidden={{ next }}
        fields={[fields.email]}
        submit={t('submit')}
        submitting={t('submitting')}
        texts={texts}
      />
      <p className="mt-4">
        <TextLink href={formatPathWithNext('/sign-in', next)}>{t('back')}</TextLink>
      </p>
    </EntryLayout>
  );
}

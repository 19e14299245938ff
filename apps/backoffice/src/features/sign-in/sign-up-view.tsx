import { getTranslations } from 'next-intl/server';
import { formatPathWithNext } from '@/server/next-path';
import { readEntryFields } from '@/shell/plain-form/entry-fields';
import { readEntryTexts } from '@/shell/plain-form/entry-texts';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { EntryLayout } from './entry-layout';
import { signUpAction } from './mail-actions';
import { TextLink } from './text-link';

/** The first page of a sign-up. The password is chosen on the second, by whoever got the mail. */
export async function SignUpView({ next }: { next: string }) {
  const [t, texts, fields] = await Promise.all([
    getTranslations('SignUp'),
    readEntryTexts(),
    readEntryFields(),
  ]);
  return (
    <EntryLayout title={t('pageTitle')} heading={t('heading')} intro={t('intro')}>
      <PlainForm
        action={signUpAction}
        hidden={{ next }}
        fields={[fields.name, fields.email]}
        submit={t('submit')}
        submitting={t('submitting')}
        texts={texts}
      />
      <p className="mt-4 flex flex-wrap items-center gap-x-2 text-ink-soft">
        {t('hasAccount')} <TextLink href={formatPathWithNext('/sign-in', next)}>{t('signIn')}</TextLink>
      </p>
    </EntryLayout>
  );
}

import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { formatPathWithNext } from '@/server/next-path';
import { readEntryFields } from '@/shell/plain-form/entry-fields';
import { readEntryTexts } from '@/shell/plain-form/entry-texts';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { signInAction } from './actions';
import { EntryLayout } from './entry-layout';
import { TextLink } from './text-link';

/** The sign-in page, with the other ways in. */
export async function SignInView({ next }: { next: string }) {
  const [t, texts, fields] = await Promise.all([
    getTranslations('SignIn'),
    readEntryTexts('/sign-in/confirm'),
    readEntryFields(),
  ]);
  return (
    <EntryLayout title={t('pageTitle')} heading={t('heading')} intro={t('intro')}>
      {next !== '/' && (
        <div className="mb-6">
          <Notice icon="lock">{t('backTo')}</Notice>
        </div>
      )}
      <PlainForm
        action={signInAction}
        hidden={{ next }}
        fields={[fields.email, fields.password]}
        submit={t('submit')}
        submitting={t('submitting')}
        texts={texts}
      />
      <ul className="mt-4">
        <li>
          <TextLink href={formatPathWithNext('/sign-in/mail', next)}>{t('byMail')}</TextLink>
        </li>
        <li>
          <TextLink href={formatPathWithNext('/sign-in/forgotten', next)}>{t('forgotten')}</TextLink>
        </li>
        <li className="flex flex-wrap items-center gap-x-2 text-ink-soft">
          {t('noAccount')} <TextLink href={formatPathWithNext('/sign-up', next)}>{t('signUp')}</TextLink>
        </li>
      </ul>
    </EntryLayout>
  );
}

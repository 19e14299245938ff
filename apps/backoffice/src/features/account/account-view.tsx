import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import type { Account } from '@/server/read-account';
import { BackToPlace } from '@/shell/frame/back-to-place';
import { readEntryFields } from '@/shell/plain-form/entry-fields';
import { readEntryTexts } from '@/shell/plain-form/entry-texts';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { changePasswordAction, renameAction, signOutAllAction, signOutOthersAction } from './actions';

type AccountViewProps = {
  account: Account;
  name: string;
  /** The place that was open last. Null for a person who works at none. */
  back: Place | null;
};

/** What a person may change about their own account. */
export async function AccountView({ account, name, back }: AccountViewProps) {
  const [t, f, texts, fields] = await Promise.all([
    getTranslations('Account'),
    getTranslations('EntryFields'),
    readEntryTexts(),
    readEntryFields(),
  ]);
  const shared = { submitting: t('saving'), texts };
  const current = { ...fields.password, name: 'current', label: f('current_password') };
  const forgotten = (text: ReactNode) => (
    <a
      href="/sign-in/forgotten?next=/account"
      className="font-semibold text-accent underline underline-offset-4"
    >
      {text}
    </a>
  );
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <title>{t('pageTitle')}</title>
      <BackToPlace place={back} />
      <header>
        <h1 className="font-display text-3xl leading-tight">{t('heading')}</h1>
        <p className="mt-1 text-ink-soft [overflow-wrap:anywhere]">
          {t('signedInAs', { email: account.email })}
        </p>
      </header>
      <Section title={t('nameHeading')}>
        <PlainForm
          action={renameAction}
          fields={[{ ...fields.name, value: name }]}
          submit={t('saveName')}
          done={t('nameSaved')}
          {...shared}
        />
      </Section>
      <Section title={t('passwordHeading')} intro={t('passwordIntro')}>
        <PlainForm
          action={changePasswordAction}
          fields={[current, fields.newPassword]}
          submit={t('savePassword')}
          done={t('passwordSaved')}
          {...shared}
          texts={{ ...texts, errors: { ...texts.errors, wrong_password: f('password_wrong') } }}
        />
        <p className="mt-4 text-ink-soft text-sm">{t.rich('noPassword', { link: forgotten })}</p>
      </Section>
      <Section title={t('placesHeading')} intro={t('placesIntro')}>
        <ButtonLink href="/new" variant="secondary" className="w-full">
          {t('newPlace')}
        </ButtonLink>
      </Section>
      <Section title={t('devicesHeading')} intro={t('devicesIntro')}>
        <div className="space-y-3">
          <PlainForm
            action={signOutOthersAction}
            fields={[]}
            submit={t('signOutOthers')}
            done={t('signedOutOthers')}
            variant="secondary"
            {...shared}
          />
          <PlainForm
            action={signOutAllAction}
            fields={[]}
            submit={t('signOutAll')}
            variant="secondary"
            {...shared}
          />
        </div>
      </Section>
    </div>
  );
}

type SectionProps = { title: string; intro?: string; children: ReactNode };

function Section({ title, intro, children }: SectionProps) {
  return (
    <Card>
      <h2 className="font-display text-2xl leading-tight">{title}</h2>
      {intro && <p className="mt-1 text-pretty text-ink-soft leading-relaxed">{intro}</p>}
      <div className="mt-5">{children}</div>
    </Card>
  );
}

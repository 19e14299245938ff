'use client';

import type { DocumentField } from '@gudbro/domain';
import type { DocumentPolicy } from '@gudbro/guest-api/document';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useStayPage } from '@/shell/actions/session-context';

/** What the place asks for and why, who gets it and how long, and what the guest may do about it. */
export function Terms({ policy }: { policy: DocumentPolicy }) {
  const { page } = useStayPage();
  const t = useTranslations('DocumentTerms');
  const fieldText = useTranslations('DocumentForm');
  const locale = useLocale();
  const list = (fields: readonly DocumentField[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      fields.map((field) => fieldText(`fields.${field}`)),
    );
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(policy.country) ?? policy.country;
  const contact = [policy.phone, policy.email].filter((one) => one !== null).join(' · ');
  const ofAll = policy.fields.filter((field) => !policy.leadFields.includes(field));
  const ofLead = policy.fields.filter((field) => policy.leadFields.includes(field));
  return (
    <dl className="space-y-3 text-pretty leading-snug">
      <Term title={t('who')}>
        <p>{t('whoText', { place: policy.place })}</p>
        {contact !== '' && <p className="wrap-anywhere">{t('contact', { contact })}</p>}
      </Term>
      <Term title={t('what')}>
        {ofAll.length > 0 && <p>{t('whatText', { fields: list(ofAll) })}</p>}
        {ofLead.length > 0 && <p>{t('leadOnly', { fields: list(ofLead) })}</p>}
        <p className="font-semibold">{t(policy.mode === 'image' ? 'picture' : 'noPicture')}</p>
        {policy.mustBeSeen && <p>{t('mustBeSeen')}</p>}
      </Term>
      <Term title={t('rule')}>
        <p>{t(policy.fieldsMonths === null ? 'rulePlace' : 'ruleLaw', { country })}</p>
      </Term>
      <Term title={t('howLong')}>
        <KeepingTimes policy={policy} />
      </Term>
      <Term title={t('looks')}>
        <p>{t('looksText')}</p>
      </Term>
      <Term title={t('rights')}>
        <p>{t('rightsText')}</p>
        {/* In a tab of its own: what was typed lives as long as this page. */}
        <a
          href={`/${page.propertySlug}/privacy`}
          target="_blank"
          rel="noopener"
          className="wrap-anywhere inline-flex min-h-12 items-center font-semibold text-accent underline underline-offset-4"
        >
          {t('notice', { place: policy.place })}
        </a>
      </Term>
    </dl>
  );
}

function Term({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold text-ink-soft text-sm">{title}</dt>
      <dd className="space-y-1">{children}</dd>
    </div>
  );
}

function KeepingTimes({ policy }: { policy: DocumentPolicy }) {
  const t = useTranslations('DocumentTerms');
  const { mode, imageMonths, daysAfterDeparture: days, fieldsMonths, fieldsAfter } = policy;
  return (
    <>
      {mode === 'image' && (
        <p>
          {imageMonths === null ? t('pictureDays', { days }) : t('pictureMonths', { months: imageMonths })}
        </p>
      )}
      <p>
        {fieldsMonths === null || fieldsAfter === null
          ? t('fieldsDays', { days })
          : t(`fieldsMonths.${fieldsAfter}`, { months: fieldsMonths })}
      </p>
    </>
  );
}

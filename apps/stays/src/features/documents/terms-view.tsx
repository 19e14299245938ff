'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Sheet } from '@/shell/sheets/sheet';
import { BackToList } from './back-to-list';
import type { OwnDocuments } from './own-documents';
import { Terms } from './terms';

type TermsViewProps = {
  own: OwnDocuments;
  /** The guest has agreed to an earlier version. */
  wasChanged: boolean;
  onAgree: (consentVersion: string) => void;
  /** Null where there is no list yet. */
  onBack: (() => void) | null;
  onClose: () => void;
};

/** What the guest reads and agrees to before a document is added. */
export function TermsView({ own, wasChanged, onAgree, onBack, onClose }: TermsViewProps) {
  const t = useTranslations('DocumentTerms');
  const formId = useId();
  const errorId = `${formId}-error`;
  const { policy } = own;
  const [hasAgreed, setHasAgreed] = useState(false);
  const [wasSkipped, setWasSkipped] = useState(false);
  const isMissing = wasSkipped && !hasAgreed;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setWasSkipped(!hasAgreed);
    if (hasAgreed) {
      onAgree(policy.consentVersion);
    } else {
      event.currentTarget.querySelector('input')?.focus();
    }
  }

  const footer = (
    <Button type="submit" form={formId} className="w-full">
      {t('continue')}
    </Button>
  );
  return (
    <Sheet title={t('title')} onClose={onClose} footer={footer}>
      {onBack && <BackToList onBack={onBack} />}
      {wasChanged && (
        <div className="mb-4">
          <Notice role="alert">{t('changed')}</Notice>
        </div>
      )}
      <p className="mb-4 text-pretty leading-relaxed">{t('intro', { place: policy.place })}</p>
      <Terms policy={policy} />
      <form id={formId} onSubmit={submit} noValidate className="mt-4 rounded-2xl bg-sunken p-4">
        <label className="flex min-h-12 cursor-pointer items-center gap-3 font-semibold leading-snug">
          <input
            type="checkbox"
            name="agree"
            checked={hasAgreed}
            onChange={(event) => setHasAgreed(event.target.checked)}
            aria-invalid={isMissing ? true : undefined}
            aria-describedby={isMissing ? errorId : undefined}
            className="size-6 shrink-0"
          />
          <span className="min-w-0">{t('agree')}</span>
        </label>
        {isMissing && (
          <p id={errorId} role="alert" className="mt-1.5 font-medium text-danger leading-snug">
            {t('agreeFirst')}
          </p>
        )}
      </form>
    </Sheet>
  );
}

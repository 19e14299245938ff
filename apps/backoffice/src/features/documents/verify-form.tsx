'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { type Ref, useId, useState } from 'react';
import type { useOneTap } from '@/shell/form/use-one-tap';
import { useConfirmedFields } from './confirmed-fields';
import { KeyForm } from './key-form';

type VerifyFormProps = {
  ref: Ref<HTMLFormElement>;
  tap: ReturnType<typeof useOneTap>;
  values: Readonly<Record<string, string>>;
};

/** Verifies a document. Where fields are left to compare it asks once whether they agree too: the second time says that they do. */
export function VerifyForm({ ref, tap, values }: VerifyFormProps) {
  const t = useTranslations('Documents');
  const { confirmed, left, confirmAll } = useConfirmedFields();
  const noticeId = useId();
  const fields = left.map((field) => t(`field_${field}`)).join(', ');
  // The question is about these fields: it is asked anew for others.
  const [askedFor, setAskedFor] = useState('');
  const asks = left.length > 0 && askedFor === fields;
  return (
    <>
      {asks && (
        <div className="basis-full">
          <Notice role="alert">
            <span id={noticeId}>{t('leftToCompare', { fields })}</span>
          </Notice>
        </div>
      )}
      <KeyForm
        ref={ref}
        tap={{
          isPending: tap.isPending,
          form: {
            ...tap.form,
            onSubmit: (event) => {
              if (left.length > 0 && !asks) {
                event.preventDefault();
                setAskedFor(fields);
                return;
              }
              tap.form.onSubmit?.(event);
              confirmAll();
            },
          },
        }}
        values={{
          ...values,
          status: 'verified',
          reason: '',
          confirmed: [...confirmed, ...(asks ? left : [])].join(),
        }}
        letter="V"
        {...(asks ? { 'aria-describedby': noticeId } : {})}
      >
        {asks ? t('verifyAll') : t('verify')}
      </KeyForm>
    </>
  );
}

'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';

type ProofFormProps = {
  /** Why it is asked. */
  why: string;
  /** Names these words, which are read out as the sheet opens. */
  whyId: string;
  isSending: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
};

/** What is asked and why, whichever way a stay is proved. */
export function ProofForm({ why, whyId, isSending, onSubmit, children }: ProofFormProps) {
  const t = useTranslations('Verify');
  return (
    <form onSubmit={onSubmit} className="space-y-4">
      <p id={whyId} className="text-pretty leading-relaxed">
        {why}
      </p>
      {children}
      <Button type="submit" aria-disabled={isSending} className="w-full">
        {isSending ? t('sending') : t('send')}
      </Button>
    </form>
  );
}

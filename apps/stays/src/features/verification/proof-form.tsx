'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { CallDesk } from '@/shell/sheets/call-desk';

type ProofFormProps = {
  /** Why the guest has to prove the stay. */
  why: string;
  /** The id of that text, which the sheet has as its description for screen readers. */
  whyId: string;
  isSending: boolean;
  /** The last answer was refused: the desk can help. */
  hasFailed: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
};

/** What all verification forms have in common: the reason, the fields and the button. */
export function ProofForm({ why, whyId, isSending, hasFailed, onSubmit, children }: ProofFormProps) {
  const t = useTranslations('Verify');
  return (
    // noValidate: our own errors instead of the browser's bubbles.
    <form onSubmit={onSubmit} noValidate className="space-y-4">
      <p id={whyId} className="text-pretty leading-relaxed">
        {why}
      </p>
      {children}
      <Button type="submit" aria-disabled={isSending} className="w-full">
        {isSending ? t('sending') : t('send')}
      </Button>
      {hasFailed && <CallDesk />}
    </form>
  );
}

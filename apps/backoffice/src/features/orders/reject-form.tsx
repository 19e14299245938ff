'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { dropDraft, restoreDraft, saveDraft } from '@/shell/form/draft';
import { TextArea } from '@/shell/form/fields';
import { useBoard } from './board-context';

type RejectFormProps = { id: string; room: string };

/** Rejects an order with a reason that its guest reads. What is typed stays through a reload, and when a colleague moves the order. */
export function RejectForm({ id, room }: RejectFormProps) {
  const t = useTranslations('Orders');
  const { place, busy, takeStep, fallback } = useBoard();
  const details = useRef<HTMLDetailsElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const draftKey = `${place}/orders/${id}/reject`;
  useEffect(() => {
    if (form.current !== null && details.current !== null && restoreDraft(draftKey, form.current)) {
      details.current.open = true;
    }
  }, [draftKey]);
  return (
    <details ref={details} className="group">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-center rounded-xl px-4 font-semibold text-danger hover:bg-sunken [&::-webkit-details-marker]:hidden">
        {t('reject')}
        <span className="sr-only">{t('ofRoom', { room })}</span>
      </summary>
      <form
        ref={form}
        action={fallback}
        onSubmit={(event) => {
          event.preventDefault();
          takeStep(new FormData(event.currentTarget), () => dropDraft(draftKey));
        }}
        onChange={(event) => saveDraft(draftKey, event.currentTarget)}
        className="space-y-3 pt-2"
      >
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="step" value="rejected" />
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={500}
          required
        />
        <Button
          type="submit"
          variant="secondary"
          aria-disabled={busy.has(id)}
          className="w-full cursor-pointer border-danger text-danger"
        >
          {t('do_rejected')}
        </Button>
      </form>
    </details>
  );
}

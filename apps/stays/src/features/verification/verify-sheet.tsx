'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { VerifySheetProps } from '@/shell/actions/proof';
import { Sheet } from '@/shell/sheets/sheet';
import { BookingCodeForm } from './booking-code-form';
import { RoomAnswerForm } from './room-answer-form';

/** Verifies the guest on top of the sheet that needs it, which continues afterwards. */
export function VerifySheet({ page, hasEnded, byBookingCode, onDone }: VerifySheetProps) {
  const t = useTranslations('Verify');
  const [usesBookingCode, setUsesBookingCode] = useState(
    byBookingCode || page.kind !== 'room' || page.method === 'none' || page.isEmpty,
  );
  const whyId = useId();
  return (
    <Sheet
      title={hasEnded ? t('titleEnded') : t('title')}
      onClose={() => onDone(false)}
      descriptionId={whyId}
    >
      {hasEnded && (
        <div className="mb-4">
          <Notice icon="info">{t('ended')}</Notice>
        </div>
      )}
      {usesBookingCode ? (
        <BookingCodeForm page={page} whyId={whyId} onVerified={() => onDone(true)} />
      ) : (
        <RoomAnswerForm page={page} whyId={whyId} onVerified={() => onDone(true)} />
      )}
      {page.kind === 'room' && page.method !== 'none' && !page.isEmpty && (
        <button
          type="button"
          onClick={() => setUsesBookingCode(!usesBookingCode)}
          className="mt-3 min-h-12 w-full rounded-xl font-semibold text-accent hover:bg-sunken"
        >
          {usesBookingCode ? t('byRoom') : t('byBooking')}
        </button>
      )}
    </Sheet>
  );
}

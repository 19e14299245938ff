'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Sheet } from '../actions/sheet';
import type { StayPage } from '../actions/stay-page';
import { BookingCodeForm } from './booking-code-form';
import { RoomAnswerForm } from './room-answer-form';

type VerifySheetProps = {
  page: StayPage;
  /** A session that was full is over: the guest is told, not just asked. */
  hasEnded: boolean;
  onDone: (isVerified: boolean) => void;
};

/** The one small step in place. On top of whatever the guest was doing, which waits below. */
export function VerifySheet({ page, hasEnded, onDone }: VerifySheetProps) {
  const t = useTranslations('Verify');
  const [byBooking, setByBooking] = useState(page.kind !== 'room' || page.method === 'none' || page.isEmpty);
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
      {byBooking ? (
        <BookingCodeForm page={page} whyId={whyId} onVerified={() => onDone(true)} />
      ) : (
        <RoomAnswerForm page={page} whyId={whyId} onVerified={() => onDone(true)} />
      )}
      {page.kind === 'room' && page.method !== 'none' && !page.isEmpty && (
        <button
          type="button"
          onClick={() => setByBooking(!byBooking)}
          className="mt-3 min-h-12 w-full rounded-xl font-semibold text-accent hover:bg-sunken"
        >
          {byBooking ? t('byRoom') : t('byBooking')}
        </button>
      )}
    </Sheet>
  );
}

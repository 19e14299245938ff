'use client';

import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { requestApi } from '@/client/request-api';
import { firstFocus } from '@/shell/sheets/sheet';
import { ProofForm } from './proof-form';
import type { VerificationFormProps } from './room-answer-form';
import { useProofErrorText } from './use-proof-error-text';
import { useVerification } from './use-verification';

/** Verifies by booking code and last name, which works whatever the property's method is. */
export function BookingCodeForm({ page, whyId, onVerified }: VerificationFormProps) {
  const t = useTranslations('Verify');
  const { isSending, error, send } = useVerification();
  const errorText = useProofErrorText();
  const [emptyField, setEmptyField] = useState<string | null>(null);
  // Guests who chose this form themselves did not fail a look-up, so they do not get the text about that.
  const isOnlyForm = page.kind === 'room' && (page.isEmpty || page.method === 'none');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const empty = event.currentTarget.querySelector<HTMLInputElement>('input:invalid');
    setEmptyField(empty?.name ?? null);
    if (empty !== null) {
      empty.focus();
      return;
    }
    const form = new FormData(event.currentTarget);
    const bookingCode = page.kind === 'booking' ? page.code : String(form.get('bookingCode'));
    const body = { bookingCode, lastName: String(form.get('lastName')) };
    const verified = await send(() => requestApi('POST /api/stay/verify', { body }));
    if (verified === null) {
      return;
    }
    if (page.kind === 'room' && verified.room.code !== page.roomCode && verified.booking) {
      // The booking is for another room, so this room's page would be the wrong one.
      window.location.assign(`/stay/${verified.booking.code}`);
      return;
    }
    onVerified();
  }

  return (
    <ProofForm
      why={isOnlyForm ? t('why.booking') : t('why.last_name')}
      whyId={whyId}
      isSending={isSending}
      hasFailed={error !== null}
      onSubmit={submit}
    >
      {page.kind !== 'booking' && (
        <TextField
          {...firstFocus}
          autoFocus
          name="bookingCode"
          label={t('label.bookingCode')}
          placeholder="BK-"
          required
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          error={emptyField === 'bookingCode' ? t('incomplete') : undefined}
        />
      )}
      <TextField
        {...(page.kind === 'booking' ? firstFocus : {})}
        autoFocus={page.kind === 'booking'}
        name="lastName"
        label={t('label.last_name')}
        required
        autoComplete="family-name"
        spellCheck={false}
        error={emptyField === 'lastName' ? t('incomplete') : errorText(error)}
      />
    </ProofForm>
  );
}

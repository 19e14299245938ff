'use client';

import { readPin } from '@gudbro/guest-api/pin';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, type InputHTMLAttributes, useState } from 'react';
import { requestApi } from '@/client/request-api';
import type { StayPage } from '@/shell/actions/stay-page';
import { firstFocus } from '@/shell/sheets/sheet';
import { ProofForm } from './proof-form';
import { useProofErrorText } from './use-proof-error-text';
import { useVerification } from './use-verification';

export type VerificationFormProps = {
  page: StayPage;
  /** The id of the text that says why the guest has to prove the stay. */
  whyId: string;
  onVerified: () => void;
};

type MethodWithField = Exclude<StayPage['method'], 'none'>;

const fieldOfMethod: Record<MethodWithField, InputHTMLAttributes<HTMLInputElement> & { name: string }> = {
  last_name: { name: 'lastName', autoComplete: 'family-name', autoCapitalize: 'words' },
  pin: { name: 'pin', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 12 },
  room_number: { name: 'roomNumber', autoComplete: 'off', autoCapitalize: 'characters' },
};

const formatAnswer = {
  last_name: (lastName: string) => ({ lastName }),
  pin: (pin: string) => ({ pin }),
  room_number: (roomNumber: string) => ({ roomNumber }),
} satisfies Record<MethodWithField, (answer: string) => object>;

/** Verifies by the property's method. The answer is compared with every current stay in the room. */
export function RoomAnswerForm({ page, whyId, onVerified }: VerificationFormProps) {
  const t = useTranslations('Verify');
  const { isSending, error, send } = useVerification();
  const errorText = useProofErrorText();
  const [slip, setSlip] = useState<'sixDigits' | 'incomplete' | null>(null);
  const method: MethodWithField = page.method === 'none' ? 'last_name' : page.method;
  const field = fieldOfMethod[method];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get(field.name));
    const answer = method === 'pin' ? readPin(typed) : typed.trim();
    if (!answer) {
      setSlip(method === 'pin' ? 'sixDigits' : 'incomplete');
      return;
    }
    setSlip(null);
    const params = { roomCode: page.roomCode ?? page.code };
    const body = formatAnswer[method](answer);
    const verified = await send(() => requestApi('POST /api/stay/room/[roomCode]/verify', { params, body }));
    if (verified !== null) {
      onVerified();
    }
  }

  return (
    <ProofForm
      why={t(`why.${method}`)}
      whyId={whyId}
      isSending={isSending}
      hasFailed={error !== null}
      onSubmit={submit}
    >
      <TextField
        {...field}
        {...firstFocus}
        autoFocus
        label={t(`label.${method}`)}
        required
        spellCheck={false}
        error={slip ? t(slip) : errorText(error)}
      />
    </ProofForm>
  );
}

'use client';

import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import type { FormEvent, InputHTMLAttributes } from 'react';
import type { StayPage } from '../actions/stay-page';
import { useFailureText } from './use-failure-text';
import { useVerification } from './use-verification';

type AskedMethod = Exclude<StayPage['method'], 'none'>;

const fieldOfMethod: Record<AskedMethod, InputHTMLAttributes<HTMLInputElement> & { name: string }> = {
  last_name: { name: 'lastName', autoComplete: 'family-name', autoCapitalize: 'words' },
  pin: { name: 'pin', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 12 },
  room_number: { name: 'roomNumber', autoComplete: 'off', autoCapitalize: 'characters' },
};

/** The answer this room asks for, checked against every stay that is on in it. */
export function RoomAnswerForm({ page, onVerified }: { page: StayPage; onVerified: () => void }) {
  const t = useTranslations('Verify');
  const { isSending, failure, send } = useVerification();
  const failureText = useFailureText();
  const method: AskedMethod = page.method === 'none' ? 'last_name' : page.method;
  const field = fieldOfMethod[method];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = new FormData(event.currentTarget).get(field.name);
    const verified = await send(`/api/stay/room/${page.roomCode ?? page.code}/verify`, {
      [field.name]: answer,
    });
    if (verified !== null) {
      onVerified();
    }
  }

  return (
    <form onSubmit={submit} className="space-y-4">
      <p className="text-pretty leading-relaxed">{t(`why.${method}`)}</p>
      <TextField
        {...field}
        label={t(`label.${method}`)}
        required
        spellCheck={false}
        error={failureText(failure)}
      />
      <Button type="submit" disabled={isSending} className="w-full">
        {isSending ? t('sending') : t('send')}
      </Button>
    </form>
  );
}

import type { VerificationMethod } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import type { EntryAttempt } from '@/server/session/entry-attempt';
import { formatProofError } from './format-proof-error';

type RoomEntryFormProps = {
  /** As it is written in the address. */
  roomCode: string;
  method: Exclude<VerificationMethod, 'none'>;
  attempt: EntryAttempt | null;
};

/** The form that verifies a guest before the room's page shows anything. It works without script, as the WiFi has to. */
export async function RoomEntryForm({ roomCode, method, attempt }: RoomEntryFormProps) {
  const [t, entry] = await Promise.all([getTranslations('RoomEntry'), getTranslations('Entry')]);
  const fields: Record<RoomEntryFormProps['method'], ComponentProps<typeof TextField>> = {
    last_name: {
      name: 'lastName',
      label: entry('lastName'),
      hint: entry('hint'),
      maxLength: 200,
      autoComplete: 'family-name',
      autoCapitalize: 'words',
    },
    pin: { name: 'pin', label: t('pin'), maxLength: 12, inputMode: 'numeric', autoComplete: 'one-time-code' },
    room_number: { name: 'roomNumber', label: t('roomNumber'), maxLength: 40, autoComplete: 'off' },
  };
  return (
    // noValidate: our own errors instead of the browser's bubbles.
    <form
      method="post"
      action={`/stay/room/${encodeURIComponent(roomCode)}/enter`}
      noValidate
      className="space-y-4"
    >
      <TextField
        {...fields[method]}
        defaultValue={attempt?.typed}
        error={attempt ? await textOf(attempt.error, method) : undefined}
        required
        spellCheck={false}
        autoFocus={attempt !== null}
      />
      <Button type="submit" className="w-full">
        {entry('open')}
      </Button>
    </form>
  );
}

async function textOf(error: EntryAttempt['error'], method: RoomEntryFormProps['method']): Promise<string> {
  const [t, entry] = await Promise.all([getTranslations('RoomEntry'), getTranslations('Entry')]);
  const texts = {
    wrong: () => t('wrong'),
    wrongWithTries: (tries: number) => t('wrongWithTries', { tries }),
    locked: (wait: string) => entry('locked', { wait }),
    tooFast: (wait: string) => entry('tooFast', { wait }),
    incomplete: () => (method === 'pin' ? t('sixDigits') : t('incomplete')),
    unavailable: () => entry('unavailable'),
  };
  return formatProofError(error, texts, await getLocale());
}

'use client';

import type { FormFields } from '@gudbro/mrz';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';

type MachineReaderProps = {
  /** The picture that will be sent. Null: the place keeps none, and a photo is taken for this alone. */
  picture: File | null;
  today: string;
  onRead: (reading: FormFields) => void;
};

type ReaderState = 'idle' | 'reading' | 'found' | 'nothing';

/** Fills the form in from the lines at the foot of a document. They are read on this phone; a photo that is taken for it is not kept. */
export function MachineReader({ picture, today, onRead }: MachineReaderProps) {
  const t = useTranslations('DocumentReader');
  const [state, setState] = useState<ReaderState>('idle');

  async function read(source: Blob) {
    setState('reading');
    // The reader is loaded for who uses it. A dead line reads as nothing found: the fields can be typed.
    const reading = await import('./read-machine-lines')
      .then(({ readPictureLines }) => readPictureLines(source, today))
      .catch(() => null);
    setState(reading === null ? 'nothing' : 'found');
    if (reading !== null) {
      onRead(reading);
    }
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (file !== undefined) {
      void read(file);
    }
    // Without this, choosing the same file again would fire no change event.
    target.value = '';
  }

  const isReading = state === 'reading';
  return (
    <section className="rounded-2xl bg-sunken p-4">
      {picture === null ? (
        <label className="flex min-h-12 w-full cursor-pointer items-center justify-center gap-2 rounded-xl border border-field-line bg-surface px-3 py-2 text-center font-semibold leading-tight has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
          <Icon name="camera" className="size-5 shrink-0 text-accent" />
          {t('fromPhoto')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            onChange={choose}
            disabled={isReading}
            className="sr-only"
          />
        </label>
      ) : (
        <Button
          variant="secondary"
          onClick={() => void read(picture)}
          disabled={isReading}
          className="w-full"
        >
          {t('fromPicture')}
        </Button>
      )}
      <p role="status" className="mt-2 text-pretty text-ink-soft text-sm leading-snug empty:hidden">
        {state === 'idle' ? picture === null && t('private') : t(state)}
      </p>
    </section>
  );
}

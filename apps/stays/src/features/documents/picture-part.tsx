'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { listAcceptedPictures } from '@/client/pictures/accepted-pictures';
import { PicturePreview } from './picture-preview';
import { preparePicture } from './prepare-picture';

type PicturePartProps = {
  picture: File | null;
  isMissing: boolean;
  onPicture: (picture: File | null) => void;
  onCamera: () => void;
};

const tile =
  'flex min-h-14 w-full cursor-pointer items-center justify-center gap-2 rounded-xl border border-field-line px-3 py-2 text-center font-semibold leading-tight hover:bg-sunken';

/** The picture of a document: from the camera, or a file. It stays beside the fields while they are typed. */
export function PicturePart({ picture, isMissing, onPicture, onCamera }: PicturePartProps) {
  const t = useTranslations('DocumentFile');
  const form = useTranslations('DocumentForm');
  const camera = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'idle' | 'preparing' | 'unreadable'>('idle');

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const input = event.target;
    const [file] = input.files ?? [];
    if (file === undefined) {
      return;
    }
    setState('preparing');
    const prepared = await preparePicture(file);
    setState(prepared === null ? 'unreadable' : 'idle');
    if (prepared !== null) {
      onPicture(prepared);
    }
    // Without this, choosing the same file again would fire no change event.
    input.value = '';
  }

  if (picture !== null) {
    return (
      <PicturePreview
        picture={picture}
        onRemove={() => {
          onPicture(null);
          // The pressed button is gone with its picture.
          requestAnimationFrame(() => camera.current?.focus());
        }}
      />
    );
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold">{t('label')}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,40%)),1fr))] gap-2">
        <button
          ref={camera}
          type="button"
          onClick={onCamera}
          aria-invalid={isMissing ? true : undefined}
          className={tile}
        >
          <Icon name="camera" className="size-5 shrink-0 text-accent" />
          {t('take')}
        </button>
        <label
          className={`${tile} has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2`}
        >
          <Icon name="image" className="size-5 shrink-0 text-accent" />
          {t('choose')}
          <input
            type="file"
            accept={`${listAcceptedPictures(navigator.vendor)},application/pdf`}
            onChange={choose}
            disabled={state === 'preparing'}
            className="sr-only"
          />
        </label>
      </div>
      {isMissing && (
        <p role="alert" className="mt-1.5 font-medium text-danger leading-snug">
          {form('pictureMissing')}
        </p>
      )}
      <p role="status" className="mt-1.5 text-ink-soft text-sm leading-snug">
        {t(state === 'idle' ? 'hint' : state)}
      </p>
    </fieldset>
  );
}

'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type InputHTMLAttributes, useRef, useState } from 'react';
import { listAcceptedPictures } from '@/client/pictures/accepted-pictures';
import { PhotoPreview } from './photo-preview';
import { resizePhoto } from './resize-photo';

type PhotoPickerProps = { photos: readonly File[]; onChange: (photos: readonly File[]) => void };

const maxPhotos = 3;

/** Up to three photos, from the camera or from those on the phone. */
export function PhotoPicker({ photos, onChange }: PhotoPickerProps) {
  const t = useTranslations('Report');
  const [isResizing, setIsResizing] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const left = maxPhotos - photos.length;

  function remove(photo: File) {
    onChange(photos.filter((other) => other !== photo));
    // The pressed button is removed with its photo: move the focus to the group.
    group.current?.focus();
  }

  async function add(event: ChangeEvent<HTMLInputElement>) {
    const input = event.target;
    const chosen = [...(input.files ?? [])].slice(0, left);
    setIsResizing(true);
    const resized: File[] = [];
    // One after the other: a decoded photo takes much of a phone's memory.
    for (const photo of chosen) {
      resized.push(await resizePhoto(photo));
    }
    onChange([...photos, ...resized]);
    setIsResizing(false);
    // Without this, choosing a removed photo again would fire no change event.
    input.value = '';
  }

  return (
    <fieldset ref={group} tabIndex={-1} className="rounded-lg">
      <legend className="mb-1.5 font-semibold">{t('photos')}</legend>
      {photos.length > 0 && (
        <ul className="mb-3 grid grid-cols-3 gap-2">
          {photos.map((photo, index) => (
            <li key={`${photo.size} ${photo.lastModified} ${photo.name}`}>
              <PhotoPreview
                photo={photo}
                alt={t('photoNumber', { number: index + 1 })}
                removeLabel={t('removePhoto', { number: index + 1 })}
                onRemove={() => remove(photo)}
              />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(8rem,40%)),1fr))] gap-2">
          <FileButton label={t('takePhoto')} capture="environment" onChange={add} disabled={isResizing} />
          <FileButton label={t('choosePhoto')} multiple onChange={add} disabled={isResizing} />
        </div>
      )}
      <p role="status" className="mt-1.5 text-ink-soft text-sm">
        {isResizing ? t('photosWorking') : t('photosLeft', { left })}
      </p>
    </fieldset>
  );
}

function FileButton({ label, ...input }: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-xl border border-field-line px-3 py-2 text-center font-semibold leading-tight hover:bg-sunken has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <Icon name="camera" className="size-5 shrink-0 text-accent" />
      {label}
      <input {...input} type="file" accept={listAcceptedPictures(navigator.vendor)} className="sr-only" />
    </label>
  );
}

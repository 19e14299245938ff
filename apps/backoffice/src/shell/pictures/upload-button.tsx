'use client';

import { buttonClass } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import type { ChangeEvent } from 'react';

// iPhones turn a HEIC into a JPEG where only these are named. A computer shows what it has, and the server reads HEIC too.
const accept = 'image/jpeg,image/png,image/webp,.heic,.heif';

type UploadButtonProps = { isMultiple: boolean; onChosen: (files: File[]) => void };

/** Opens the chooser of files. */
export function UploadButton({ isMultiple, onChosen }: UploadButtonProps) {
  const t = useTranslations('Pictures');
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const { target } = event;
    onChosen([...(target.files ?? [])]);
    // Without this, choosing the same file again would fire no event.
    target.value = '';
  }
  return (
    <label
      className={`${buttonClass('secondary')} cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2`}
    >
      <Icon name="image" className="size-5 shrink-0 text-accent" />
      {t('upload')}
      <input type="file" accept={accept} multiple={isMultiple} onChange={choose} className="sr-only" />
    </label>
  );
}

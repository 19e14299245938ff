'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type PicturePreviewProps = { picture: File; onRemove: () => void };

/** The picture or the PDF that will be sent. A picture stays in sight above the fields, so that the guest can read from it. */
export function PicturePreview({ picture, onRemove }: PicturePreviewProps) {
  const t = useTranslations('DocumentFile');
  const locale = useLocale();
  const removeButton = (
    <Button variant="secondary" onClick={onRemove} className="w-full">
      {t('remove')}
    </Button>
  );
  if (picture.type !== 'application/pdf') {
    return (
      <>
        <PictureToRead file={picture} />
        {removeButton}
      </>
    );
  }
  return (
    <section aria-label={t('label')} className="space-y-3">
      <p className="flex min-h-14 items-center gap-2 rounded-xl bg-sunken px-4">
        <Icon name="image" className="size-5 shrink-0 text-accent" />
        {t('pdf', { size: formatSize(picture.size, locale) })}
      </p>
      {removeButton}
    </section>
  );
}

/** A tap makes it as wide as the sheet, and then it does not stay in sight. */
function PictureToRead({ file }: { file: File }) {
  const t = useTranslations('DocumentFile');
  const [isLarge, setIsLarge] = useState(false);
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    if (image.current) {
      image.current.src = url;
    }
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <button
      type="button"
      onClick={() => setIsLarge(!isLarge)}
      className={`z-10 block w-full rounded-xl border border-line bg-sunken text-left ${isLarge ? 'relative' : '-top-3 sticky'}`}
    >
      <img
        ref={image}
        alt={t('alt')}
        className={`w-full rounded-xl ${isLarge ? '' : 'low:h-24 h-40 object-cover'}`}
      />
      <span className="absolute right-1 bottom-0 mb-1 rounded-full bg-surface px-2.5 py-1 font-semibold text-ink text-xs shadow-lift">
        {t(isLarge ? 'shrink' : 'enlarge')}
      </span>
    </button>
  );
}

function formatSize(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1024 / 1024);
}

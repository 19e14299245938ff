'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type PicturePreviewProps = { picture: File; onRemove: () => void };

/** The picture or the PDF that will be sent. A picture stays in sight above the fields, so that the guest can read from it. */
export function PicturePreview({ picture, onRemove }: PicturePreviewProps) {
  const t = useTranslations('DocumentFile');
  const [isLarge, setIsLarge] = useState(false);
  const isPdf = picture.type === 'application/pdf';
  return (
    <section
      aria-label={t('label')}
      className={`z-10 rounded-2xl border border-line bg-surface p-2 ${isPdf || isLarge ? '' : '-top-3 sticky'}`}
    >
      {isPdf ? (
        <p className="flex min-h-12 items-center gap-2 px-2">
          <Icon name="image" className="size-5 shrink-0 text-accent" />
          PDF · {formatSize(picture.size)}
        </p>
      ) : (
        <PictureOf file={picture} alt={t('alt')} isLarge={isLarge} />
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {!isPdf && (
          <Button variant="secondary" onClick={() => setIsLarge(!isLarge)} className="grow">
            {t(isLarge ? 'shrink' : 'enlarge')}
          </Button>
        )}
        <Button variant="secondary" onClick={onRemove} className="grow">
          {t('remove')}
        </Button>
      </div>
    </section>
  );
}

type PictureOfProps = { file: File; alt: string; isLarge: boolean };

function PictureOf({ file, alt, isLarge }: PictureOfProps) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    if (image.current) {
      image.current.src = url;
    }
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <img
      ref={image}
      alt={alt}
      className={`w-full rounded-xl bg-sunken ${isLarge ? '' : 'h-28 object-cover'}`}
    />
  );
}

function formatSize(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

'use client';

import { Icon } from '@gudbro/ui/icon';
import { useEffect, useRef } from 'react';

type PhotoPreviewProps = { photo: File; alt: string; removeLabel: string; onRemove: () => void };

/** A chosen photo that has not been sent yet. */
export function PhotoPreview({ photo, alt, removeLabel, onRemove }: PhotoPreviewProps) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(photo);
    if (image.current) {
      image.current.src = url;
    }
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  return (
    <div className="relative">
      <img ref={image} alt={alt} className="aspect-square w-full rounded-xl bg-sunken object-cover" />
      <button
        type="button"
        onClick={onRemove}
        className="absolute top-1 right-1 grid size-12 place-items-center rounded-full bg-surface text-ink shadow-lift"
      >
        <span className="sr-only">{removeLabel}</span>
        <Icon name="close" className="size-5" />
      </button>
    </div>
  );
}

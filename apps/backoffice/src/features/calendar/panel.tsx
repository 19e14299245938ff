'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';

type PanelProps = { title: string; onClose: () => void; children: ReactNode };

/** Over the right side of the calendar, or the whole of a phone: one stay, a block, or what free days may be used for. */
export function Panel({ title, onClose, children }: PanelProps) {
  const t = useTranslations('Calendar');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-0 ml-auto h-dvh max-h-none w-full max-w-md overflow-y-auto bg-surface text-ink shadow-lift backdrop:bg-black/50"
    >
      <div className="sticky top-0 z-10 flex items-start justify-between gap-3 border-line border-b bg-surface px-5 py-3">
        <h2 id={titleId} className="min-w-0 break-words py-1.5 font-display text-2xl leading-snug">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t('close')}
          onClick={() => dialog.current?.close()}
          className="grid size-12 shrink-0 cursor-pointer place-items-center rounded-xl hover:bg-sunken"
        >
          <Icon name="close" className="size-6" />
        </button>
      </div>
      <div className="space-y-6 px-5 pt-5 pb-10">{children}</div>
    </dialog>
  );
}

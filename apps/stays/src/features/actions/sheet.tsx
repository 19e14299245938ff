'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { enterSheet } from './sheet-history';

type SheetProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in reach of the thumb while the rest scrolls. */
  footer?: ReactNode;
  /** The id of the words in it that are read out as it opens. */
  descriptionId?: string;
};

/** Spread on what the sheet is opened for. Without it the focus is on the first button, which closes it. */
export const firstFocus = { 'data-first-focus': '' };

/** No thumb takes longer between the two taps of one. */
const doubleTapMs = 500;

/** A native dialog: it keeps the focus, closes on Escape and gives the focus back. From below on a phone. */
export function Sheet({ title, onClose, children, footer, descriptionId }: SheetProps) {
  const t = useTranslations('Sheet');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const openedAt = useRef(Number.NEGATIVE_INFINITY);
  // The second half of a double tap is for what the first was for, not for what has come under the thumb meanwhile.
  const passOverHalfTap = (event: MouseEvent) => {
    if (event.detail > 1 && event.timeStamp - openedAt.current < doubleTapMs) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) {
      element.showModal();
      openedAt.current = performance.now();
      element.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    }
    const leave = enterSheet(() => element?.close());
    return () => {
      leave();
      // Taken off the page instead of closed, a dialog gives nothing back.
      if (document.activeElement === document.body && before instanceof HTMLElement) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, and the browser's own.
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
      onClose={onClose}
      onClickCapture={passOverHalfTap}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="m-0 mt-auto max-h-[92dvh] w-full max-w-none overflow-y-auto overflow-x-hidden rounded-t-3xl bg-surface text-ink shadow-lift backdrop:bg-black/50 sm:m-auto sm:max-w-lg sm:rounded-3xl"
    >
      <div className="flex max-h-[92dvh] flex-col">
        <header className="flex items-center gap-3 border-line border-b py-2 pr-2 pl-5">
          <h2 id={titleId} className="wrap-anywhere grow font-display text-xl leading-tight">
            {title}
          </h2>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="grid size-12 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken"
          >
            <span className="sr-only">{t('close')}</span>
            <Icon name="close" />
          </button>
        </header>
        {/* Where large letters leave it no room, the whole sheet scrolls. */}
        <div className="min-h-32 grow overflow-y-auto overscroll-contain px-5 py-5">{children}</div>
        {footer && (
          <footer className="border-line border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}

'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useIsOnline } from '@/client/use-is-online';
import { pushSheet } from '../actions/sheet-history';

type SheetProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays visible while the rest scrolls. */
  footer?: ReactNode;
  /** The id of the text that screen readers read out when the sheet opens. */
  descriptionId?: string;
};

/** To be spread on the element that gets the focus first. Without it the close button would get it. */
export const firstFocus = { 'data-first-focus': '' };

const doubleTapMs = 500;

/** A native dialog: it traps the focus, closes on Escape and returns the focus. On a phone it stands at the bottom. */
export function Sheet({ title, onClose, children, footer, descriptionId }: SheetProps) {
  const t = useTranslations('Sheet');
  const isOnline = useIsOnline();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const openedAt = useRef(Number.NEGATIVE_INFINITY);
  // Ignore the second tap of a double tap on the button that opened the sheet: it would hit whatever is there now.
  const ignoreSecondTap = (event: MouseEvent) => {
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
    const leave = pushSheet(() => element?.close());
    return () => {
      leave();
      // A dialog that is removed without being closed does not return the focus.
      if (document.activeElement === document.body && before instanceof HTMLElement) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser already closes a dialog on Escape.
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
      onClose={onClose}
      onClickCapture={ignoreSecondTap}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="m-0 mt-auto max-h-[92dvh] w-full max-w-none overflow-y-auto overflow-x-hidden rounded-t-3xl bg-surface text-ink shadow-lift backdrop:bg-black/50 motion-safe:transition-[translate,opacity] motion-safe:duration-200 motion-safe:starting:open:translate-y-8 motion-safe:starting:open:opacity-0 sm:m-auto sm:max-w-lg sm:rounded-3xl"
    >
      <div className="flex max-h-[92dvh] flex-col">
        <header className="relative flex items-center gap-3 border-line border-b py-2 pr-2 pl-5">
          <h2 id={titleId} className="wrap-anywhere grow font-display text-xl leading-tight">
            {title}
          </h2>
          {/* On the header's line, so that nothing moves. Always in the sheet, or screen readers would not read it. */}
          <p role="status" className="absolute bottom-0 left-5 z-10 translate-y-1/2 leading-none">
            {!isOnline && (
              <span className="block rounded-full bg-lamp px-2.5 py-1 text-lamp-ink text-xs leading-none">
                {t('offline')}
              </span>
            )}
          </p>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="grid size-12 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken"
          >
            <span className="sr-only">{t('close')}</span>
            <Icon name="close" />
          </button>
        </header>
        {/*
         * With a large font the content may have no room of its own: then the whole sheet scrolls. `relative`: hidden file inputs
         * are positioned, and by the sheet they would make it longer than it is.
         */}
        <div className="relative min-h-32 grow overflow-y-auto overscroll-contain px-5 py-5">{children}</div>
        {footer && (
          <footer className="border-line border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}

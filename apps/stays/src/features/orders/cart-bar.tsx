'use client';

import { formatMoney } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { announce } from '../actions/announce';
import { useStayPage } from '../actions/session-context';
import { useIsOnline } from '../actions/use-is-online';
import { previewCart } from './preview-cart';
import { useCatalogue } from './use-catalogue';
import type { ServiceCart } from './use-service-cart';

/** A bar above the navigation that opens the cart: number of items, total, and whether the cart waits to be sent. */
export function CartBar({ cart, onOpen }: { cart: ServiceCart; onOpen: () => void }) {
  const t = useTranslations('Cart');
  const locale = useLocale();
  const isOnline = useIsOnline();
  const { page } = useStayPage();
  const { data: services } = useCatalogue(page.code, cart.count > 0);
  const { totalMinor } = previewCart(cart.lines, services, null);
  // While the prices are loading their line is there already, so that nothing in the bar moves.
  const total =
    totalMinor === null ? '…' : formatMoney(totalMinor, services?.currency ?? page.currency, locale);
  const waiting = isOnline ? t('waitingTitle') : t('barOffline');
  const summary = cart.isWaiting ? waiting : t('count', { count: cart.count });

  const announcement = cart.count > 0 ? summary : '';
  useEffect(() => announce(announcement), [announcement]);

  const bar = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (cart.count > 0 && window.matchMedia('(prefers-reduced-motion: no-preference)').matches) {
      bar.current?.animate({ scale: ['1', '1.04', '1'] }, { duration: 200, easing: 'ease-out' });
    }
  }, [cart.count]);

  if (cart.count === 0) {
    return null;
  }
  return (
    <section aria-label={t('title')}>
      {/* Space, so that the end of the page is not hidden under the bar. */}
      <div aria-hidden="true" className="h-40 md:h-24" />
      <div className="@container fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 px-3 md:bottom-4">
        <button
          ref={bar}
          type="button"
          onClick={onOpen}
          className="mx-auto flex min-h-14 w-full max-w-lg items-center gap-3 rounded-2xl bg-accent px-4 py-2 text-left text-accent-ink leading-tight shadow-lift hover:bg-accent/90"
        >
          <Icon name="cart" className="size-6 shrink-0" />
          <span className="min-w-0 grow">
            <span className="block font-semibold">{summary}</span>
            <span className="block text-sm tabular-nums">{total}</span>
          </span>
          {/* With a large font there is no room for this text: then it is for screen readers only. */}
          <span className="shrink-0 font-semibold @max-[16rem]:sr-only">{t('view')}</span>
        </button>
      </div>
    </section>
  );
}

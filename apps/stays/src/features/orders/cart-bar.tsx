'use client';

import { formatMoney } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { announce } from '../actions/announce';
import { useStayPage } from '../actions/session-context';
import { useIsOnline } from '../actions/use-is-online';
import { priceCart } from './price-cart';
import { useCatalogue } from './use-catalogue';
import type { ServiceCart } from './use-service-cart';

/** The cart in reach of the thumb, above the navigation: what is in it, what it comes to, and whether it waits. */
export function CartBar({ cart, onOpen }: { cart: ServiceCart; onOpen: () => void }) {
  const t = useTranslations('Cart');
  const locale = useLocale();
  const isOnline = useIsOnline();
  const { page } = useStayPage();
  const { data: services } = useCatalogue(page.code, cart.count > 0);
  const { totalMinor } = priceCart(cart.lines, services);
  const total =
    totalMinor === null ? null : formatMoney(totalMinor, services?.currency ?? page.currency, locale);
  const waiting = isOnline ? t('waitingTitle') : t('barOffline');
  const summary = cart.isWaiting ? waiting : t('count', { count: cart.count });

  const news = cart.count > 0 ? summary : '';
  useEffect(() => announce(news), [news]);

  if (cart.count === 0) {
    return null;
  }
  return (
    <section aria-label={t('title')}>
      {/* The end of the page can be scrolled out from under the bar. */}
      <div aria-hidden="true" className="h-40 md:h-24" />
      <div className="@container fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 px-3 md:bottom-4">
        <button
          type="button"
          onClick={onOpen}
          className="mx-auto flex min-h-14 w-full max-w-lg items-center gap-3 rounded-2xl bg-accent px-4 py-2 text-left text-accent-ink leading-tight shadow-lift hover:bg-accent/90"
        >
          <Icon name="cart" className="size-6 shrink-0" />
          <span className="min-w-0 grow">
            <span className="block font-semibold">{summary}</span>
            {total !== null && <span className="block text-sm tabular-nums">{total}</span>}
          </span>
          {/* Where the letters are large there is no room for the words; they are still read out. */}
          <span className="shrink-0 font-semibold @max-[16rem]:sr-only">{t('view')}</span>
        </button>
      </div>
    </section>
  );
}

'use client';

import { formatMoney } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { actionProps } from '@/client/action';
import { announce } from '@/client/announce';
import { useIsOnline } from '@/client/use-is-online';
import { previewCart } from '../cart/preview-cart';
import { useCatalogue } from '../cart/use-catalogue';
import type { ServiceCart } from '../cart/use-service-cart';
import { useStayPage } from './session-context';

/** A bar above the navigation that opens the cart: items and total, whether it waits to be sent, and offline that it is kept. */
export function CartBar({ cart }: { cart: ServiceCart }) {
  const t = useTranslations('Cart');
  const locale = useLocale();
  const isOnline = useIsOnline();
  const { page } = useStayPage();
  const { data: services } = useCatalogue(page.code, cart.count > 0);
  const { totalMinor } = previewCart(cart.lines, services, null);
  // While the prices are loading their line is there already, so that nothing in the bar moves.
  const total =
    totalMinor === null ? '…' : formatMoney(totalMinor, services?.currency ?? page.currency, locale);
  const count = t('count', { count: cart.count });
  const title = isOnline && cart.isWaiting ? t('waitingTitle') : count;
  const details = isOnline ? total : t('barOffline');

  const announcement = cart.count > 0 ? title : '';
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
          {...actionProps({ name: 'cart' })}
          className="mx-auto flex min-h-14 w-full max-w-lg items-center gap-3 rounded-2xl bg-accent px-4 py-2 text-left text-accent-ink leading-tight shadow-lift hover:bg-accent/90"
        >
          <Icon name="cart" className="size-6 shrink-0" />
          <span className="min-w-0 grow">
            <span className="block font-semibold">{title}</span>
            <span className="block text-sm tabular-nums">{details}</span>
          </span>
          {/* With a large font, or beside the longer text, there is no room for this: then it is for screen readers only. */}
          <span className={isOnline ? 'shrink-0 font-semibold @max-[16rem]:sr-only' : 'sr-only'}>
            {t('view')}
          </span>
        </button>
      </div>
    </section>
  );
}

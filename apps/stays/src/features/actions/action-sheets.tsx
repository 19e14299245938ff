'use client';

import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { CartBar } from '../orders/cart-bar';
import { type ServiceCart, useServiceCart } from '../orders/use-service-cart';
import type { SheetName } from './action';
import type { Tap } from './action-host';
import { Loading } from './loading';
import { retryUntilLoaded } from './retry-until-loaded';
import type { StayPage } from './stay-page';
import { useFocusFallback } from './use-focus-fallback';

const parts = {
  cart: () => import('../orders/cart-sheet'),
  orders: () => import('../orders/orders-sheet'),
  report: () => import('../incidents/report-sheet'),
  incidents: () => import('../incidents/incidents-sheet'),
  phones: () => import('../phones/phones-sheet'),
  stay: () => import('../stay/stay-sheet'),
} satisfies Record<SheetName, () => Promise<object>>;

const CartSheet = lazy(async () => ({ default: (await retryUntilLoaded(parts.cart)).CartSheet }));
const OrdersSheet = lazy(async () => ({ default: (await retryUntilLoaded(parts.orders)).OrdersSheet }));
const ReportSheet = lazy(async () => ({ default: (await retryUntilLoaded(parts.report)).ReportSheet }));
const IncidentsSheet = lazy(async () => ({
  default: (await retryUntilLoaded(parts.incidents)).IncidentsSheet,
}));
const PhonesSheet = lazy(async () => ({ default: (await retryUntilLoaded(parts.phones)).PhonesSheet }));
const StaySheet = lazy(async () => ({ default: (await retryUntilLoaded(parts.stay)).StaySheet }));

/** Numbered, so that a sheet that is tapped again while it closes opens as a new sheet. */
type OpenSheet = { name: SheetName; number: number };

/** Opens the sheet that was tapped, one at a time. The verification sheet may open on top of it. */
export function ActionSheets({ page, taps }: { page: StayPage; taps: readonly Tap[] }) {
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const cart = useServiceCart(page.code);
  const { add } = cart;
  const handledCount = useRef(0);
  const openedCount = useRef(0);

  const open = useCallback((name: SheetName) => {
    openedCount.current += 1;
    setSheet({ name, number: openedCount.current });
  }, []);

  useEffect(() => {
    // Handle each tap once, and also every tap that was made while this component was still loading.
    for (const { action } of taps.slice(handledCount.current)) {
      if (action.name === 'add-item') {
        add(action.itemId);
      } else {
        open(action.name);
      }
    }
    handledCount.current = taps.length;
    for (const button of document.querySelectorAll('[data-action][aria-busy]')) {
      button.removeAttribute('aria-busy');
    }
  }, [taps, add, open]);

  useEffect(() => {
    // Load the other sheets soon after the first, while the guest is online, so that they also open offline.
    const timer = window.setTimeout(
      () => void Promise.allSettled(Object.values(parts).map((load) => load())),
      1000,
    );
    return () => window.clearTimeout(timer);
  }, []);

  useFocusFallback(sheet?.name ?? null, page.tier === 'full');

  return (
    <>
      <CartBar cart={cart} onOpen={() => open('cart')} />
      <Suspense fallback={<Loading />}>
        {sheet && (
          <NamedSheet
            key={sheet.number}
            name={sheet.name}
            cart={cart}
            // A closing sheet must not close the next one: another may already be open by then.
            onClose={() => setSheet((now) => (now === sheet ? null : now))}
            onOpen={open}
          />
        )}
      </Suspense>
    </>
  );
}

function NamedSheet({ name, cart, ...props }: SheetProps & { name: SheetName; cart: ServiceCart }) {
  switch (name) {
    case 'cart':
      return <CartSheet cart={cart} {...props} />;
    case 'orders':
      return <OrdersSheet {...props} />;
    case 'report':
      return <ReportSheet {...props} />;
    case 'incidents':
      return <IncidentsSheet {...props} />;
    case 'phones':
      return <PhonesSheet {...props} />;
    case 'stay':
      return <StaySheet {...props} />;
  }
}

export type SheetProps = { onClose: () => void; onOpen: (sheet: SheetName) => void };

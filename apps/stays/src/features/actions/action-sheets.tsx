'use client';

import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { CartBar } from '../orders/cart-bar';
import { type ServiceCart, useServiceCart } from '../orders/use-service-cart';
import type { SheetName } from './action';
import type { Tap } from './action-host';
import { loadPatiently } from './load-patiently';
import { Loading } from './loading';
import type { StayPage } from './stay-page';
import { useKeptFocus } from './use-kept-focus';

const parts = {
  cart: () => import('../orders/cart-sheet'),
  orders: () => import('../orders/orders-sheet'),
  report: () => import('../incidents/report-sheet'),
  incidents: () => import('../incidents/incidents-sheet'),
  stay: () => import('../stay/stay-sheet'),
} satisfies Record<SheetName, () => Promise<object>>;

const CartSheet = lazy(async () => ({ default: (await loadPatiently(parts.cart)).CartSheet }));
const OrdersSheet = lazy(async () => ({ default: (await loadPatiently(parts.orders)).OrdersSheet }));
const ReportSheet = lazy(async () => ({ default: (await loadPatiently(parts.report)).ReportSheet }));
const IncidentsSheet = lazy(async () => ({ default: (await loadPatiently(parts.incidents)).IncidentsSheet }));
const StaySheet = lazy(async () => ({ default: (await loadPatiently(parts.stay)).StaySheet }));

/** Told apart from the same sheet before: one that is tapped again while it closes is a new one. */
type OpenSheet = { name: SheetName; number: number };

/** Opens what was tapped. One sheet at a time; the question who one is may lie on top. */
export function ActionSheets({ page, taps }: { page: StayPage; taps: readonly Tap[] }) {
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const cart = useServiceCart(page.code);
  const { add } = cart;
  const answered = useRef(0);
  const opened = useRef(0);

  const open = useCallback((name: SheetName) => {
    opened.current += 1;
    setSheet({ name, number: opened.current });
  }, []);

  useEffect(() => {
    // A tap is answered once, and those made while this was still loading are all answered.
    for (const { action } of taps.slice(answered.current)) {
      if (action.name === 'add-item') {
        add(action.itemId);
      } else {
        open(action.name);
      }
    }
    answered.current = taps.length;
    for (const button of document.querySelectorAll('[data-action][aria-busy]')) {
      button.removeAttribute('aria-busy');
    }
  }, [taps, add, open]);

  useEffect(() => {
    // The first sheet is wanted now; the others come while the line is there, for when it is not.
    const timer = window.setTimeout(
      () => void Promise.allSettled(Object.values(parts).map((load) => load())),
      1000,
    );
    return () => window.clearTimeout(timer);
  }, []);

  useKeptFocus(sheet?.name ?? null, page.tier === 'full');

  return (
    <>
      <CartBar cart={cart} onOpen={() => open('cart')} />
      <Suspense fallback={<Loading />}>
        {sheet && (
          <NamedSheet
            key={sheet.number}
            name={sheet.name}
            cart={cart}
            // A sheet closes itself alone: by the time it is gone, another may have been opened.
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
    case 'stay':
      return <StaySheet {...props} />;
  }
}

export type SheetProps = { onClose: () => void; onOpen: (sheet: SheetName) => void };

'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { CartBar } from '../orders/cart-bar';
import { useServiceCart } from '../orders/use-service-cart';
import type { Tap } from './action-host';
import { loadPatiently } from './load-patiently';
import { Loading } from './loading';
import type { StayPage } from './stay-page';

const parts = {
  cart: () => import('../orders/cart-sheet'),
  orders: () => import('../orders/orders-sheet'),
  report: () => import('../incidents/report-sheet'),
  incidents: () => import('../incidents/incidents-sheet'),
  stay: () => import('../stay/stay-sheet'),
};

const CartSheet = lazy(async () => ({ default: (await loadPatiently(parts.cart)).CartSheet }));
const OrdersSheet = lazy(async () => ({ default: (await loadPatiently(parts.orders)).OrdersSheet }));
const ReportSheet = lazy(async () => ({ default: (await loadPatiently(parts.report)).ReportSheet }));
const IncidentsSheet = lazy(async () => ({ default: (await loadPatiently(parts.incidents)).IncidentsSheet }));
const StaySheet = lazy(async () => ({ default: (await loadPatiently(parts.stay)).StaySheet }));

export type SheetName = 'cart' | 'orders' | 'report' | 'incidents' | 'stay';

/** Opens what was tapped. One sheet at a time; the question who one is may lie on top. */
export function ActionSheets({ page, taps }: { page: StayPage; taps: readonly Tap[] }) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const cart = useServiceCart(page.code);
  const { add } = cart;
  const answered = useRef(0);

  useEffect(() => {
    // A tap is answered once, and those made while this was still loading are all answered.
    for (const { action } of taps.slice(answered.current)) {
      if (action.name === 'add-item') {
        add(action.itemId);
      } else {
        setSheet(action.name);
      }
    }
    answered.current = taps.length;
    for (const button of document.querySelectorAll('[data-action][aria-busy]')) {
      button.removeAttribute('aria-busy');
    }
  }, [taps, add]);

  useEffect(() => {
    // The first sheet is wanted now; the others come while the line is there, for when it is not.
    const timer = window.setTimeout(
      () => void Promise.allSettled(Object.values(parts).map((load) => load())),
      1000,
    );
    return () => window.clearTimeout(timer);
  }, []);

  const sheetProps = { onClose: () => setSheet(null), onOpen: setSheet };
  return (
    <>
      <CartBar cart={cart} onOpen={() => setSheet('cart')} />
      <Suspense fallback={<Loading />}>
        {sheet === 'cart' && <CartSheet cart={cart} {...sheetProps} />}
        {sheet === 'orders' && <OrdersSheet {...sheetProps} />}
        {sheet === 'report' && <ReportSheet {...sheetProps} />}
        {sheet === 'incidents' && <IncidentsSheet {...sheetProps} />}
        {sheet === 'stay' && <StaySheet {...sheetProps} />}
      </Suspense>
    </>
  );
}

export type SheetProps = { onClose: () => void; onOpen: (sheet: SheetName) => void };

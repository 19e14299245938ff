'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { CartBar } from '../orders/cart-bar';
import { useServiceCart } from '../orders/use-service-cart';
import type { Tap } from './action-host';
import type { StayPage } from './stay-page';

const CartSheet = lazy(() =>
  import('../orders/cart-sheet').then((loaded) => ({ default: loaded.CartSheet })),
);
const OrdersSheet = lazy(() =>
  import('../orders/orders-sheet').then((loaded) => ({ default: loaded.OrdersSheet })),
);
const ReportSheet = lazy(() =>
  import('../incidents/report-sheet').then((loaded) => ({ default: loaded.ReportSheet })),
);
const IncidentsSheet = lazy(() =>
  import('../incidents/incidents-sheet').then((loaded) => ({ default: loaded.IncidentsSheet })),
);
const StaySheet = lazy(() => import('../stay/stay-sheet').then((loaded) => ({ default: loaded.StaySheet })));

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
  }, [taps, add]);

  const sheetProps = { onClose: () => setSheet(null), onOpen: setSheet };
  return (
    <>
      <CartBar cart={cart} onOpen={() => setSheet('cart')} />
      <Suspense>
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

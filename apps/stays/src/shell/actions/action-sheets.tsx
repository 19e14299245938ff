'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SheetName, Tap } from '@/client/action';
import { loadInTime } from '@/client/load-in-time';
import { useServiceCart } from '../cart/use-service-cart';
import { CartBar } from './cart-bar';
import { findSheet, loadSheet } from './load-sheets';
import type { StayPage } from './stay-page';
import { showTapFailure } from './tap-failure';
import { useFocusFallback } from './use-focus-fallback';

/** Numbered, so that a sheet that is tapped again while it closes opens as a new sheet. */
type OpenSheet = { name: SheetName; number: number };

/** Opens the sheet that was tapped, one at a time. The verification sheet may open on top of it. */
export function ActionSheets({ page, taps }: { page: StayPage; taps: readonly Tap[] }) {
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const cart = useServiceCart(page.code);
  const handledCount = useRef(0);
  const openedCount = useRef(0);

  const open = useCallback(async (name: SheetName) => {
    openedCount.current += 1;
    const number = openedCount.current;
    if (findSheet(name) || (await loadInTime(() => loadSheet(name), performance.now())).part !== null) {
      setSheet({ name, number });
    } else {
      setSheet(null);
      showTapFailure({ name });
    }
  }, []);

  useEffect(() => {
    // Handle each tap once, and also every tap that was made while this component was still loading.
    for (const { action } of taps.slice(handledCount.current)) {
      void open(action.name);
    }
    handledCount.current = taps.length;
  }, [taps, open]);

  const Sheet = sheet && findSheet(sheet.name);
  useFocusFallback(sheet?.name ?? null, page.tier === 'full');

  return (
    <>
      <CartBar cart={cart} />
      {sheet && Sheet && (
        <Sheet
          key={sheet.number}
          cart={cart}
          // A closing sheet must not close the next one: another may already be open by then.
          onClose={() => setSheet((now) => (now === sheet ? null : now))}
          onOpen={(name) => void open(name)}
        />
      )}
    </>
  );
}

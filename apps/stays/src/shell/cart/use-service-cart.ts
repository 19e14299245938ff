'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { ItemAction } from '@/client/action';
import { generateId } from '@/client/generate-id';
import {
  type CartContent,
  type CartLine,
  changeContent,
  emptyCart,
  keyOfCart,
  parseCart,
  quantityOf,
  withQuantity,
} from './cart';
import { readStoredText, subscribeToCart, updateCart } from './cart-store';

export type ServiceCart = {
  lines: readonly CartLine[];
  notes: string;
  /** The instant for which it is wanted. Null: as soon as it is ready. */
  wantedAt: string | null;
  /** The idempotency key of this content. */
  key: string;
  /** The sum of all quantities. */
  count: number;
  isWaiting: boolean;
  mayHaveArrived: boolean;
  setQuantity: (itemId: string, quantity: number) => void;
  setLines: (lines: readonly CartLine[]) => void;
  setNotes: (notes: string) => void;
  setWantedAt: (wantedAt: string | null) => void;
  /** Marks the cart as waiting to be sent again. Does nothing if its key has changed since. */
  markWaiting: (key: string) => void;
  /** Empties the cart. Does nothing if its key has changed since. */
  clear: (key: string) => void;
  /** Gives the same content a new key, for a new order. */
  replaceKey: () => void;
};

/** The cart of this page. It survives navigation and reload, and is shared between tabs. */
export function useServiceCart(code: string): ServiceCart {
  const text = useSyncExternalStore(
    subscribeToCart,
    () => readStoredText(code),
    () => null,
  );
  const actions = useMemo(() => cartActions(code), [code]);
  return useMemo(() => {
    const cart = parseCart(text);
    const { lines, notes, wantedAt, isWaiting, mayHaveArrived } = cart;
    const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return { lines, notes, wantedAt, isWaiting, mayHaveArrived, count, key: keyOfCart(cart), ...actions };
  }, [text, actions]);
}

function changeCart(code: string, next: (content: CartContent) => Partial<CartContent>): void {
  updateCart(code, (cart) => {
    const { lines, notes, wantedAt } = cart;
    return changeContent(cart, { lines, notes, wantedAt, ...next(cart) }, generateId);
  });
}

/** Puts one more of an item into the saved cart of a page, or takes one out. */
export function changeItem(code: string, { name, itemId }: ItemAction): void {
  const step = name === 'add-item' ? 1 : -1;
  changeCart(code, ({ lines }) => ({
    lines: withQuantity(lines, itemId, quantityOf(lines, itemId) + step),
  }));
}

function cartActions(code: string) {
  const change = (next: (content: CartContent) => Partial<CartContent>) => changeCart(code, next);
  return {
    setQuantity: (itemId: string, quantity: number) =>
      change(({ lines }) => ({ lines: withQuantity(lines, itemId, quantity) })),
    setLines: (lines: readonly CartLine[]) => change(() => ({ lines })),
    setNotes: (notes: string) => change(() => ({ notes })),
    setWantedAt: (wantedAt: string | null) => change(() => ({ wantedAt })),
    markWaiting: (key: string) =>
      updateCart(code, (cart) => (keyOfCart(cart) === key ? { ...cart, isWaiting: true } : cart)),
    clear: (key: string) => updateCart(code, (cart) => (keyOfCart(cart) === key ? emptyCart : cart)),
    replaceKey: () => updateCart(code, (cart) => ({ ...cart, id: generateId(), isWaiting: false })),
  };
}

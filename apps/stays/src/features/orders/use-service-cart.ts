'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { generateId } from '../actions/generate-id';
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
  /** The idempotency key of this content. */
  key: string;
  /** The sum of all quantities. */
  count: number;
  isWaiting: boolean;
  mayHaveArrived: boolean;
  add: (itemId: string) => void;
  setQuantity: (itemId: string, quantity: number) => void;
  setLines: (lines: readonly CartLine[]) => void;
  setNotes: (notes: string) => void;
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
    const { lines, notes, isWaiting, mayHaveArrived } = cart;
    const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return { lines, notes, isWaiting, mayHaveArrived, count, key: keyOfCart(cart), ...actions };
  }, [text, actions]);
}

function cartActions(code: string) {
  const change = (next: (content: CartContent) => Partial<CartContent>) =>
    updateCart(code, (cart) => {
      const { lines, notes } = cart;
      return changeContent(cart, { lines, notes, ...next(cart) }, generateId);
    });
  return {
    add: (itemId: string) =>
      change(({ lines }) => ({ lines: withQuantity(lines, itemId, quantityOf(lines, itemId) + 1) })),
    setQuantity: (itemId: string, quantity: number) =>
      change(({ lines }) => ({ lines: withQuantity(lines, itemId, quantity) })),
    setLines: (lines: readonly CartLine[]) => change(() => ({ lines })),
    setNotes: (notes: string) => change(() => ({ notes })),
    markWaiting: (key: string) =>
      updateCart(code, (cart) => (keyOfCart(cart) === key ? { ...cart, isWaiting: true } : cart)),
    clear: (key: string) => updateCart(code, (cart) => (keyOfCart(cart) === key ? emptyCart : cart)),
    replaceKey: () => updateCart(code, (cart) => ({ ...cart, id: generateId(), isWaiting: false })),
  };
}

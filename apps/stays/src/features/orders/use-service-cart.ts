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
  /** How many things are in it. */
  count: number;
  isWaiting: boolean;
  mayHaveArrived: boolean;
  add: (itemId: string) => void;
  setQuantity: (itemId: string, quantity: number) => void;
  setLines: (lines: readonly CartLine[]) => void;
  setNotes: (notes: string) => void;
  /** Keeps the cart under this key for when the line is back. One that was changed since is not held. */
  hold: (key: string) => void;
  /** Empties the cart, if it is still the one that was placed. */
  clear: (key: string) => void;
  /** The same content as a new wish, under a new key. */
  renew: () => void;
};

/** The cart of this page: it survives navigation and reload, and two tabs agree on it. */
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
    hold: (key: string) =>
      updateCart(code, (cart) => (keyOfCart(cart) === key ? { ...cart, isWaiting: true } : cart)),
    clear: (key: string) => updateCart(code, (cart) => (keyOfCart(cart) === key ? emptyCart : cart)),
    renew: () => updateCart(code, (cart) => ({ ...cart, id: generateId(), isWaiting: false })),
  };
}

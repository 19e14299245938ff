import { type Cart, parseCart } from './cart';
import { cartStorageKey } from './stored-cart';

// Used when storage is disabled or full: the cart then lasts until the page is closed.
const memory = new Map<string, string | null>();
const listeners = new Set<() => void>();

/** The cart as text, so that React sees an unchanged cart as the same snapshot. */
export function readStoredText(code: string): string | null {
  const storageKey = cartStorageKey(code);
  const inMemory = memory.get(storageKey);
  if (inMemory !== undefined) {
    return inMemory;
  }
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Reads the stored cart, changes and writes it at once, so that a change from another tab is not lost. */
export function updateCart(code: string, change: (cart: Cart) => Cart): void {
  const storageKey = cartStorageKey(code);
  const cart = change(parseCart(readStoredText(code)));
  const text = cart.lines.length === 0 ? null : JSON.stringify(cart);
  try {
    if (text === null) {
      localStorage.removeItem(storageKey);
    } else {
      localStorage.setItem(storageKey, text);
    }
    memory.delete(storageKey);
  } catch {
    memory.set(storageKey, text);
  }
  for (const listener of listeners) {
    listener();
  }
}

/** Calls the listener on changes in this tab and in others. */
export function subscribeToCart(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

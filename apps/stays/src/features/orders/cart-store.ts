import { type Cart, parseCart } from './cart';
import { cartPlace } from './stored-cart';

// Where storage is switched off or full, the cart lives as long as the page.
const memory = new Map<string, string | null>();
const listeners = new Set<() => void>();

/** The cart as text: the same text is the same cart, which is what React compares. */
export function readStoredText(code: string): string | null {
  const place = cartPlace(code);
  const kept = memory.get(place);
  if (kept !== undefined) {
    return kept;
  }
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

/** Reads, changes and writes in one go, so that what another tab wrote a moment ago is not lost. */
export function updateCart(code: string, change: (cart: Cart) => Cart): void {
  const place = cartPlace(code);
  const cart = change(parseCart(readStoredText(code)));
  const text = cart.lines.length === 0 ? null : JSON.stringify(cart);
  try {
    if (text === null) {
      localStorage.removeItem(place);
    } else {
      localStorage.setItem(place, text);
    }
    memory.delete(place);
  } catch {
    memory.set(place, text);
  }
  for (const listener of listeners) {
    listener();
  }
}

/** Told of changes here and in other tabs. */
export function subscribeToCart(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

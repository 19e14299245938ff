/** Where a cart of this page lies in the browser's storage. */
export function cartPlace(code: string): string {
  return `cart:${code}`;
}

/** Whether a cart from earlier waits to be shown. Storage may be switched off: then there is none. */
export function hasStoredCart(code: string): boolean {
  try {
    return localStorage.getItem(cartPlace(code)) !== null;
  } catch {
    return false;
  }
}

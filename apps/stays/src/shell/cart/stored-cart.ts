export function cartStorageKey(code: string): string {
  return `cart:${code}`;
}

/** Whether there is a saved cart. False if storage is disabled. */
export function hasStoredCart(code: string): boolean {
  try {
    return localStorage.getItem(cartStorageKey(code)) !== null;
  } catch {
    return false;
  }
}

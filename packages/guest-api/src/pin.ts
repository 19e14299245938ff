/**
 * Reads a PIN as it was typed or pasted: messages show it in groups of digits, and a Japanese keyboard types wide ones.
 * Null if these are not six digits: that is a slip, which must not cost a try.
 */
export function readPin(typed: string): string | null {
  const pin = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(pin) ? pin : null;
}

// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cartPlace, hasStoredCart } from './stored-cart';
import { useServiceCart } from './use-service-cart';

const code = 'RM-SUNSET22';
const lager = 'aaaaaaaa-0000-4000-8000-000000000000';
const noodles = 'bbbbbbbb-0000-4000-8000-000000000000';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (page = code) => renderHook(() => useServiceCart(page)).result;

test('a cart survives a reload, with its key', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  act(() => cart.current.add(lager));
  act(() => cart.current.setNotes('No ice'));
  const { key } = cart.current;
  cleanup();
  expect(hasStoredCart(code)).toBe(true);
  expect(open().current).toMatchObject({
    lines: [{ itemId: lager, quantity: 2 }],
    notes: 'No ice',
    count: 2,
    key,
  });
});

test('each page has a cart of its own', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  expect(open('BK-GUEST2').current.count).toBe(0);
});

test('two tabs show one cart, and neither loses what the other added', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  const other = JSON.parse(localStorage.getItem(cartPlace(code)) ?? '');
  localStorage.setItem(
    cartPlace(code),
    JSON.stringify({ ...other, lines: [...other.lines, { itemId: noodles, quantity: 1 }] }),
  );
  act(() => cart.current.add(lager));
  expect(cart.current.lines).toEqual([
    { itemId: lager, quantity: 2 },
    { itemId: noodles, quantity: 1 },
  ]);
  localStorage.removeItem(cartPlace(code));
  act(() => void window.dispatchEvent(new Event('storage')));
  expect(cart.current.count).toBe(0);
});

test('an emptied cart leaves nothing behind', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  act(() => cart.current.setQuantity(lager, 0));
  expect(hasStoredCart(code)).toBe(false);
});

test('placing empties the cart that was placed, not one that was changed meanwhile', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  const placed = cart.current.key;
  act(() => cart.current.add(noodles));
  act(() => cart.current.clear(placed));
  expect(cart.current.count).toBe(2);
  act(() => cart.current.clear(cart.current.key));
  expect(cart.current.count).toBe(0);
});

test('a cart that could not be sent waits under its key, over a reload too', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  const { key } = cart.current;
  act(() => cart.current.hold(key));
  cleanup();
  expect(open().current).toMatchObject({ isWaiting: true, key });
});

test('a cart whose key was used for another order gets a new key, and its content stays', () => {
  const cart = open();
  act(() => cart.current.add(lager));
  const { key, lines } = cart.current;
  act(() => cart.current.renew());
  expect(cart.current.lines).toEqual(lines);
  expect(cart.current.key).not.toBe(key);
});

test('where storage is switched off, the cart lives as long as the page', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
  expect(hasStoredCart('RM-DRM23456')).toBe(false);
  const cart = open('RM-DRM23456');
  act(() => cart.current.add(lager));
  act(() => cart.current.add(noodles));
  expect(cart.current.count).toBe(2);
  act(() => cart.current.clear(cart.current.key));
  expect(cart.current.count).toBe(0);
});

test('where storage is full, the cart lives as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  const cart = open('RM-PAM23456');
  act(() => cart.current.add(lager));
  expect(cart.current.count).toBe(1);
});

test('a cart’s key can be drawn on a page over plain http', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const cart = open();
  act(() => cart.current.add(lager));
  expect(cart.current.key).toMatch(/^[0-9a-f]{32}-/);
  vi.unstubAllGlobals();
});

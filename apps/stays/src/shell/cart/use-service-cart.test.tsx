// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cartStorageKey, hasStoredCart } from './stored-cart';
import { changeItem, useServiceCart } from './use-service-cart';

const code = 'RM-SUNSET22';
const lager = 'aaaaaaaa-0000-4000-8000-000000000000';
const noodles = 'bbbbbbbb-0000-4000-8000-000000000000';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const add = (itemId: string, page = code) => act(() => changeItem(page, { name: 'add-item', itemId }));
const remove = (itemId: string) => act(() => changeItem(code, { name: 'remove-item', itemId }));
const open = (page = code) => renderHook(() => useServiceCart(page)).result;

test('a cart survives a reload with its idempotency key', () => {
  const cart = open();
  add(lager);
  add(lager);
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

test('taking out the last one of an item removes it, and taking out one more does nothing', () => {
  const cart = open();
  add(lager);
  add(lager);
  remove(lager);
  expect(cart.current.lines).toEqual([{ itemId: lager, quantity: 1 }]);
  remove(lager);
  remove(lager);
  expect(cart.current.count).toBe(0);
  expect(hasStoredCart(code)).toBe(false);
});

test('a wanted time survives a reload, gives the cart another key, and goes with the placed cart', () => {
  const cart = open();
  add(lager);
  const { key } = cart.current;
  act(() => cart.current.setWantedAt('2026-03-09T23:30:00.000Z'));
  expect(cart.current.key).not.toBe(key);
  cleanup();
  const again = open();
  expect(again.current.wantedAt).toBe('2026-03-09T23:30:00.000Z');
  act(() => again.current.setWantedAt(null));
  expect(again.current.key).toBe(key);
  act(() => again.current.setWantedAt('2026-03-09T23:30:00.000Z'));
  act(() => again.current.clear(again.current.key));
  add(lager);
  expect(again.current.wantedAt).toBeNull();
});

test('each page has a cart of its own', () => {
  open();
  add(lager);
  expect(open('BK-GUEST2').current.count).toBe(0);
});

test('two tabs share a cart, and neither loses what the other added', () => {
  const cart = open();
  add(lager);
  const other = JSON.parse(localStorage.getItem(cartStorageKey(code)) ?? '');
  localStorage.setItem(
    cartStorageKey(code),
    JSON.stringify({ ...other, lines: [...other.lines, { itemId: noodles, quantity: 1 }] }),
  );
  add(lager);
  expect(cart.current.lines).toEqual([
    { itemId: lager, quantity: 2 },
    { itemId: noodles, quantity: 1 },
  ]);
  localStorage.removeItem(cartStorageKey(code));
  act(() => void window.dispatchEvent(new Event('storage')));
  expect(cart.current.count).toBe(0);
});

test('an emptied cart leaves nothing in storage', () => {
  const cart = open();
  add(lager);
  act(() => cart.current.setQuantity(lager, 0));
  expect(hasStoredCart(code)).toBe(false);
});

test('clearing a placed cart does nothing if the cart was changed since', () => {
  const cart = open();
  add(lager);
  const placed = cart.current.key;
  add(noodles);
  act(() => cart.current.clear(placed));
  expect(cart.current.count).toBe(2);
  act(() => cart.current.clear(cart.current.key));
  expect(cart.current.count).toBe(0);
});

test('a cart that could not be sent waits under its key, even after a reload', () => {
  const cart = open();
  add(lager);
  const { key } = cart.current;
  act(() => cart.current.markWaiting(key));
  cleanup();
  expect(open().current).toMatchObject({ isWaiting: true, key });
});

test('replacing the key of a cart leaves its content unchanged', () => {
  const cart = open();
  add(lager);
  const { key, lines } = cart.current;
  act(() => cart.current.replaceKey());
  expect(cart.current.lines).toEqual(lines);
  expect(cart.current.key).not.toBe(key);
});

test('with storage disabled, the cart lasts as long as the page', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
  expect(hasStoredCart('RM-DRM23456')).toBe(false);
  const cart = open('RM-DRM23456');
  add(lager, 'RM-DRM23456');
  add(noodles, 'RM-DRM23456');
  expect(cart.current.count).toBe(2);
  act(() => cart.current.clear(cart.current.key));
  expect(cart.current.count).toBe(0);
});

test('with storage full, the cart lasts as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  const cart = open('RM-PAM23456');
  add(lager, 'RM-PAM23456');
  expect(cart.current.count).toBe(1);
});

test('cart keys need nothing of `crypto` that is missing on plain http', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const cart = open();
  add(lager);
  expect(cart.current.key).toMatch(/^[0-9a-f]{32}-/);
  vi.unstubAllGlobals();
});

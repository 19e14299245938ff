import { describe, expect, test } from 'vitest';
import type { ServiceItem, Services } from '../content/guest-content';
import { listUnavailableItems, listUnresolved, previewCart, withoutProblems } from './preview-cart';

const item = (id: string, columns: Partial<ServiceItem> = {}): ServiceItem => ({
  id,
  name: `Item ${id}`,
  description: '',
  priceMinor: 30_000,
  soldOut: false,
  availableNow: true,
  availableFrom: null,
  availableTo: null,
  maxQuantity: 4,
  image: null,
  ...columns,
});

const services: Services = {
  currency: 'VND',
  categories: [
    {
      id: 'c',
      name: 'Drinks',
      description: '',
      icon: null,
      items: [
        item('lager'),
        item('tea', { priceMinor: 0 }),
        item('congee', { soldOut: true, availableNow: false }),
        item('pho', { availableNow: false }),
      ],
    },
  ],
};

const cartOf = (quantities: Record<string, number>) =>
  Object.entries(quantities).map(([itemId, quantity]) => ({ itemId, quantity }));

test('the cart’s total adds up all lines, free items included', () => {
  expect(previewCart(cartOf({ lager: 3, tea: 2 }), services).totalMinor).toBe(90_000);
});

test.each([
  ['the catalogue is not loaded', cartOf({ lager: 1 }), undefined],
  ['an item is not in the catalogue', cartOf({ lager: 1, nothing: 1 }), services],
])('the cart has no total while %s', (_case, lines, catalogue) => {
  expect(previewCart(lines, catalogue).totalMinor).toBeNull();
});

test('no item is called unavailable before the catalogue is loaded', () => {
  expect(listUnavailableItems(previewCart(cartOf({ lager: 1 }), undefined))).toEqual([]);
});

describe('unavailable items', () => {
  const lines = cartOf({ lager: 9, tea: 1, congee: 1, pho: 1, nothing: 1 });
  const found = listUnavailableItems(previewCart(lines, services));

  test('unavailable items are listed by name and reason', () => {
    expect(found).toEqual([
      { itemId: 'lager', name: 'Item lager', problem: 'too_many', maxQuantity: 4 },
      { itemId: 'congee', name: 'Item congee', problem: 'sold_out', maxQuantity: 4 },
      { itemId: 'pho', name: 'Item pho', problem: 'closed', maxQuantity: 4 },
      { itemId: 'nothing', name: '', problem: 'gone', maxQuantity: 99 },
    ]);
  });

  test('removing unavailable items leaves the other items in the cart', () => {
    expect(withoutProblems(lines, found)).toEqual(cartOf({ lager: 4, tea: 1 }));
  });

  test('an unavailable item is no longer listed once the guest has corrected its quantity or removed it', () => {
    const left = listUnresolved(cartOf({ lager: 4, congee: 1 }), found);
    expect(left.map(({ itemId }) => itemId)).toEqual(['congee']);
  });
});

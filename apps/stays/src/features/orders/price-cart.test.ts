import { describe, expect, test } from 'vitest';
import type { ServiceItem, Services } from '../content/guest-content';
import { listProblems, priceCart, stillWrong, withoutProblems } from './price-cart';

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

test('a cart’s total is that of all lines, free ones included', () => {
  expect(priceCart(cartOf({ lager: 3, tea: 2 }), services).totalMinor).toBe(90_000);
});

test.each([
  ['the catalogue is not there yet', cartOf({ lager: 1 }), undefined],
  ['an item is gone', cartOf({ lager: 1, nothing: 1 }), services],
])('a cart has no total while %s', (_case, lines, catalogue) => {
  expect(priceCart(lines, catalogue).totalMinor).toBeNull();
});

test('no item of a cart is said to be gone before the catalogue is there', () => {
  expect(listProblems(priceCart(cartOf({ lager: 1 }), undefined))).toEqual([]);
});

describe('an item of a cart that is not available', () => {
  const lines = cartOf({ lager: 9, tea: 1, congee: 1, pho: 1, nothing: 1 });
  const found = listProblems(priceCart(lines, services));

  test('is named with the reason', () => {
    expect(found).toEqual([
      { itemId: 'lager', name: 'Item lager', problem: 'too_many', maxQuantity: 4 },
      { itemId: 'congee', name: 'Item congee', problem: 'sold_out', maxQuantity: 4 },
      { itemId: 'pho', name: 'Item pho', problem: 'closed', maxQuantity: 4 },
      { itemId: 'nothing', name: '', problem: 'gone', maxQuantity: 99 },
    ]);
  });

  test('is taken out, and the rest stays', () => {
    expect(withoutProblems(lines, found)).toEqual(cartOf({ lager: 4, tea: 1 }));
  });

  test('is no longer named once the guest has changed the line', () => {
    const left = stillWrong(cartOf({ lager: 4, congee: 1 }), found);
    expect(left.map(({ itemId }) => itemId)).toEqual(['congee']);
  });
});

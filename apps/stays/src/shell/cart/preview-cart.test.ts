import type { ServiceItem, Services } from '@gudbro/guest-api/guest-content';
import { describe, expect, test } from 'vitest';
import { listUnavailableItems, listUnresolved, previewCart, withoutProblems } from './preview-cart';

const item = (id: string, columns: Partial<ServiceItem> = {}): ServiceItem => ({
  id,
  name: `Item ${id}`,
  description: '',
  priceMinor: 30_000,
  soldOut: false,
  soldOutUntil: null,
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
        item('pho', { availableNow: false, availableFrom: '06:30', availableTo: '10:00' }),
      ],
    },
  ],
};

const cartOf = (quantities: Record<string, number>) =>
  Object.entries(quantities).map(([itemId, quantity]) => ({ itemId, quantity }));

test('the cart’s total adds up all lines, free items included', () => {
  expect(previewCart(cartOf({ lager: 3, tea: 2 }), services, null).totalMinor).toBe(90_000);
});

test.each([
  ['the catalogue is not loaded', cartOf({ lager: 1 }), undefined],
  ['an item is not in the catalogue', cartOf({ lager: 1, nothing: 1 }), services],
])('the cart has no total while %s', (_case, lines, catalogue) => {
  expect(previewCart(lines, catalogue, null).totalMinor).toBeNull();
});

test('no item is called unavailable before the catalogue is loaded', () => {
  expect(listUnavailableItems(previewCart(cartOf({ lager: 1 }), undefined, null))).toEqual([]);
});

describe('unavailable items', () => {
  const lines = cartOf({ lager: 9, tea: 1, congee: 1, pho: 1, nothing: 1 });
  const found = listUnavailableItems(previewCart(lines, services, null));

  test('unavailable items are listed by name and reason', () => {
    expect(found).toEqual([
      { itemId: 'lager', name: 'Item lager', problem: 'too_many', maxQuantity: 4 },
      { itemId: 'congee', name: 'Item congee', problem: 'sold_out', maxQuantity: 4 },
      { itemId: 'pho', name: 'Item pho', problem: 'closed', maxQuantity: 4 },
      { itemId: 'nothing', name: '', problem: 'gone', maxQuantity: 99 },
    ]);
  });

  test.each([
    ['06:30', []],
    ['10:00', ['closed']],
  ])('an item that is closed now is judged by its hours when it is wanted at %s', (wanted, problems) => {
    const preview = previewCart(cartOf({ pho: 1 }), services, wanted);
    expect(listUnavailableItems(preview).map(({ problem }) => problem)).toEqual(problems);
  });

  test('an item that is open now is closed for a time outside its hours', () => {
    const open = {
      ...services,
      categories: services.categories.map((category) => ({
        ...category,
        items: [item('pho', { availableFrom: '06:30', availableTo: '10:00' })],
      })),
    };
    expect(previewCart(cartOf({ pho: 1 }), open, '12:00').lines[0]?.problem).toBe('closed');
    expect(previewCart(cartOf({ pho: 1 }), open, null).lines[0]?.problem).toBeNull();
  });

  test('removing unavailable items leaves the other items in the cart', () => {
    expect(withoutProblems(lines, found)).toEqual(cartOf({ lager: 4, tea: 1 }));
  });

  test('an unavailable item is no longer listed once the guest has corrected its quantity or removed it', () => {
    const left = listUnresolved(cartOf({ lager: 4, congee: 1 }), found);
    expect(left.map(({ itemId }) => itemId)).toEqual(['congee']);
  });
});

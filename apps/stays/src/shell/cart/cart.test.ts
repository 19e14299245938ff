import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cart,
  type CartContent,
  changeContent,
  emptyCart,
  keyOfCart,
  parseCart,
  withQuantity,
} from './cart';

const items = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
const [lager = '', noodles = ''] = items;

const contents = fc.record({
  lines: fc.uniqueArray(
    fc.record({ itemId: fc.constantFrom(...items), quantity: fc.integer({ min: 1, max: 99 }) }),
    {
      selector: ({ itemId }) => itemId,
      minLength: 1,
    },
  ),
  notes: fc.string({ maxLength: 20 }),
  wantedAt: fc.constantFrom(null, '2026-03-09T23:30:00.000Z', '2026-03-10T00:00:00.000Z'),
});

function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `cart-${String(count).padStart(4, '0')}`;
  };
}

const sent = ({ lines, notes, wantedAt }: CartContent) => JSON.stringify([lines, notes.trim(), wantedAt]);

describe('the idempotency key', () => {
  test('the idempotency key is equal for equal content, also after changes that were undone, and different for different content', () => {
    fc.assert(
      fc.property(fc.array(contents, { minLength: 2, maxLength: 8 }), (steps) => {
        const generateId = countIds();
        const keyOfContent = new Map<string, string>();
        let cart: Cart = emptyCart;
        for (const step of steps) {
          cart = changeContent(cart, step, generateId);
          const key = keyOfCart(cart);
          expect(keyOfContent.get(sent(step)) ?? key).toBe(key);
          keyOfContent.set(sent(step), key);
        }
        expect(new Set(keyOfContent.values()).size).toBe(keyOfContent.size);
      }),
    );
  });

  test('the idempotency key has the format that the server accepts', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(keyOfCart(changeContent(emptyCart, content, countIds()))).toMatch(/^[\x21-\x7e]{8,100}$/);
      }),
    );
  });

  test('a cart and its idempotency key survive a reload', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const cart = changeContent(emptyCart, content, countIds());
        expect(parseCart(JSON.stringify(cart))).toEqual(cart);
      }),
    );
  });

  test('the same content gets a new idempotency key after the first cart was placed', () => {
    const generateId = countIds();
    const content = { lines: [{ itemId: lager, quantity: 2 }], notes: '', wantedAt: null };
    const first = changeContent(emptyCart, content, generateId);
    const emptied = changeContent(first, { lines: [], notes: '', wantedAt: null }, generateId);
    expect(emptied).toEqual(emptyCart);
    expect(keyOfCart(changeContent(emptied, content, generateId))).not.toBe(keyOfCart(first));
  });
});

describe('a cart that waits to be sent', () => {
  const waiting = {
    ...changeContent(
      emptyCart,
      { lines: [{ itemId: lager, quantity: 1 }], notes: 'Cold', wantedAt: null },
      countIds(),
    ),
    isWaiting: true,
  };

  test('a waiting cart goes on waiting while its content is the same', () => {
    expect(
      changeContent(waiting, { lines: waiting.lines, notes: 'Cold ', wantedAt: null }, countIds()),
    ).toMatchObject({
      isWaiting: true,
      mayHaveArrived: false,
    });
  });

  test('a waiting cart that is changed records that its earlier content may have arrived', () => {
    expect(
      changeContent(waiting, { lines: waiting.lines, notes: 'Warm', wantedAt: null }, countIds()),
    ).toMatchObject({
      isWaiting: false,
      mayHaveArrived: true,
    });
  });
});

describe('lines', () => {
  test('a new item is added as the last cart line, and a known one stays where it is', () => {
    const lines = withQuantity(withQuantity(withQuantity([], lager, 1), noodles, 1), lager, 3);
    expect(lines).toEqual([
      { itemId: lager, quantity: 3 },
      { itemId: noodles, quantity: 1 },
    ]);
  });

  test.each([
    ['a quantity of 0 removes the cart line', 0, []],
    ['a negative quantity removes the cart line', -1, []],
    ['a quantity above the server’s limit is set to the limit', 1000, [{ itemId: lager, quantity: 99 }]],
  ])('%s', (_guarantee, quantity, expected) => {
    expect(withQuantity([{ itemId: lager, quantity: 1 }], lager, quantity)).toEqual(expected);
  });

  test('a cart never has more lines than the server accepts', () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    expect(
      many.reduce((lines, itemId) => withQuantity(lines, itemId, 1), withQuantity([], lager, 1)),
    ).toHaveLength(50);
  });
});

test.each(['tomorrow', '2026-03-09', '2026-03-09T23:30:00+07:00', 7, '', null])(
  'a stored time that is no instant of ours, %j, is no time',
  (wantedAt) => {
    const stored = { id: 'cart-0001', lines: [{ itemId: lager, quantity: 1 }], wantedAt };
    expect(parseCart(JSON.stringify(stored)).wantedAt).toBeNull();
  },
);

describe('what storage holds', () => {
  test.each([
    ['nothing', null],
    ['truncated JSON', '{"lines":[{"it'],
    ['a JSON array', '[]'],
    ['JSON null', 'null'],
    ['lines that are no array', '{"lines":"all"}'],
    ['a cart without an id', JSON.stringify({ lines: [{ itemId: lager, quantity: 1 }] })],
    [
      'lines that are no cart lines',
      JSON.stringify({ id: 'cart-0001', lines: [null, 3, { itemId: 'x', quantity: 1 }] }),
    ],
    [
      'impossible quantities',
      JSON.stringify({
        id: 'cart-0001',
        lines: [
          { itemId: lager, quantity: 0.5 },
          { itemId: lager, quantity: -1 },
        ],
      }),
    ],
  ])('a stored cart that is %s is read as an empty cart', (_case, stored) => {
    expect(parseCart(stored)).toEqual(emptyCart);
  });

  test('any stored text can be parsed as a cart without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const cart = parseCart(stored);
        expect(cart.lines.every(({ quantity }) => quantity >= 1 && quantity <= 99)).toBe(true);
      }),
    );
  });
});

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
});

/** Draws 'cart-0001', 'cart-0002' … */
function countIds(): () => string {
  let drawn = 0;
  return () => {
    drawn += 1;
    return `cart-${String(drawn).padStart(4, '0')}`;
  };
}

const sent = ({ lines, notes }: CartContent) => JSON.stringify([lines, notes.trim()]);

describe('the idempotency key', () => {
  test('is the same for the same content, however often it was changed and changed back, and another for any other', () => {
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

  test('is of the form the server takes', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(keyOfCart(changeContent(emptyCart, content, countIds()))).toMatch(/^[\x21-\x7e]{8,100}$/);
      }),
    );
  });

  test('survives a reload', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const cart = changeContent(emptyCart, content, countIds());
        expect(parseCart(JSON.stringify(cart))).toEqual(cart);
      }),
    );
  });

  test('is another for the same wish after the first was placed', () => {
    const generateId = countIds();
    const content = { lines: [{ itemId: lager, quantity: 2 }], notes: '' };
    const first = changeContent(emptyCart, content, generateId);
    const emptied = changeContent(first, { lines: [], notes: '' }, generateId);
    expect(emptied).toEqual(emptyCart);
    expect(keyOfCart(changeContent(emptied, content, generateId))).not.toBe(keyOfCart(first));
  });
});

describe('a cart that waits for the line', () => {
  const waiting = {
    ...changeContent(emptyCart, { lines: [{ itemId: lager, quantity: 1 }], notes: 'Cold' }, countIds()),
    isWaiting: true,
  };

  test('goes on waiting while its content is the same', () => {
    expect(changeContent(waiting, { lines: waiting.lines, notes: 'Cold ' }, countIds())).toMatchObject({
      isWaiting: true,
      mayHaveArrived: false,
    });
  });

  test('remembers, once changed, that what it was may have arrived', () => {
    expect(changeContent(waiting, { lines: waiting.lines, notes: 'Warm' }, countIds())).toMatchObject({
      isWaiting: false,
      mayHaveArrived: true,
    });
  });
});

describe('lines', () => {
  test('a new item comes last, a known one stays where it is', () => {
    const lines = withQuantity(withQuantity(withQuantity([], lager, 1), noodles, 1), lager, 3);
    expect(lines).toEqual([
      { itemId: lager, quantity: 3 },
      { itemId: noodles, quantity: 1 },
    ]);
  });

  test.each([
    ['none takes the line away', 0, []],
    ['less than none as well', -1, []],
    ['more than the server takes is cut', 1000, [{ itemId: lager, quantity: 99 }]],
  ])('%s', (_case, quantity, expected) => {
    expect(withQuantity([{ itemId: lager, quantity: 1 }], lager, quantity)).toEqual(expected);
  });

  test('there are never more of them than the server takes', () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    expect(
      many.reduce((lines, itemId) => withQuantity(lines, itemId, 1), withQuantity([], lager, 1)),
    ).toHaveLength(50);
  });
});

describe('what storage holds', () => {
  test.each([
    ['nothing', null],
    ['half a text', '{"lines":[{"it'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another form', '{"lines":"all"}'],
    ['no id', JSON.stringify({ lines: [{ itemId: lager, quantity: 1 }] })],
    [
      'lines of another form',
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
  ])('is no cart where it is %s', (_case, stored) => {
    expect(parseCart(stored)).toEqual(emptyCart);
  });

  test('never breaks the page, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const cart = parseCart(stored);
        expect(cart.lines.every(({ quantity }) => quantity >= 1 && quantity <= 99)).toBe(true);
      }),
    );
  });
});

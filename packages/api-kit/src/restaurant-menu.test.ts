import { expect, test } from 'vitest';
import { linkToMenu, restaurantMenuUrlSchema } from './restaurant-menu.ts';

test('restaurantMenuUrlSchema keeps an address with a place for the name of a menu', () => {
  expect(restaurantMenuUrlSchema.parse('https://menu.example/{slug}?from=stays')).toBe(
    'https://menu.example/{slug}?from=stays',
  );
});

test.each(['', 'https://menu.example', 'menu.example/{slug}', 'javascript:alert("{slug}")'])(
  'restaurantMenuUrlSchema refuses %j',
  (given) => {
    expect(restaurantMenuUrlSchema.safeParse(given).success).toBe(false);
  },
);

test.each([
  ['https://menu.example/{slug}', 'lantern-kitchen', 'https://menu.example/lantern-kitchen'],
  [
    'https://menu.example/{slug}/today',
    '../admin?x=$&',
    'https://menu.example/..%2Fadmin%3Fx%3D%24%26/today',
  ],
  ['https://menu.example/{slug}', null, null],
  [undefined, 'lantern-kitchen', null],
])('linkToMenu(%j, %j) is %j', (menuUrl, slug, link) => {
  expect(linkToMenu(menuUrl, slug)).toBe(link);
});

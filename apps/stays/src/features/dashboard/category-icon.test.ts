import { expect, test } from 'vitest';
import { categoryIcon } from './category-icon';

test.each([
  ['food', 'food'],
  ['helicopter', 'bell'],
  ['constructor', 'bell'],
  ['__proto__', 'bell'],
  [null, 'bell'],
])('the picture of a category called %s', (name, icon) => {
  expect(categoryIcon(name)).toBe(icon);
});

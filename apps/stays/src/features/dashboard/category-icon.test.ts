import { expect, test } from 'vitest';
import { categoryIcon } from './category-icon';

test.each([
  ['food', 'food'],
  ['helicopter', 'bell'],
  ['constructor', 'bell'],
  ['__proto__', 'bell'],
  [null, 'bell'],
])('a category with the icon name %s is shown with the icon %s', (name, icon) => {
  expect(categoryIcon(name)).toBe(icon);
});

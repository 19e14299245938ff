import { expect, test } from 'vitest';
import { categoryIcon } from './category-icon';

test.each([
  ['food', 'food'],
  ['helicopter', 'bell'],
  ['constructor', 'bell'],
  ['__proto__', 'bell'],
  [null, 'bell'],
])('a category whose icon is called %s gets a picture', (name, icon) => {
  expect(categoryIcon(name)).toBe(icon);
});

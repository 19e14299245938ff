import { expect, test } from 'vitest';
import { previewPath } from './preview-path.ts';

test('a link names the section, the language and the page', () => {
  expect(previewPath('sunset-hotel')).toBe('/p/sunset-hotel/preview');
  expect(previewPath('sunset-hotel', 'deals')).toBe('/p/sunset-hotel/preview#deals');
  expect(previewPath('sunset-hotel', 'rooms', 'de')).toBe(
    '/p/sunset-hotel/preview?page=place&locale=de#rooms',
  );
});

import { expect, test } from 'vitest';
import { formatPicturePath, formatPictureSrcSet, parsePicturePath, smallPicture } from './pictures.ts';

const propertyId = '0a1b2c3d-1111-4222-8333-444455556666';
const pictureId = 'ffffffff-aaaa-4bbb-8ccc-dddddddddddd';
const path = `/pictures/${propertyId}/${pictureId}/1600.webp`;

test('the path of a picture names it and its width', () => {
  expect(parsePicturePath(path)).toEqual({ propertyId, pictureId, width: 1600 });
  expect(formatPicturePath({ propertyId, pictureId, width: 1600 })).toBe(path);
});

test.each([
  '/demo/sunset-hotel.svg',
  `/pictures/${propertyId}/${pictureId}/1601.webp`,
  `/pictures/${propertyId}/${pictureId}/1600.svg`,
  `/pictures/${propertyId}/${pictureId.toUpperCase()}/1600.webp`,
  `/pictures/${propertyId}/../${pictureId}/1600.webp`,
  `/pictures/${propertyId}/${pictureId}/1600.webp?x=1`,
  `//pictures/${propertyId}/${pictureId}/1600.webp`,
  `https://elsewhere.example${path}`,
])('%s is not the path of an uploaded picture', (other) => {
  expect([parsePicturePath(other), formatPictureSrcSet(other), smallPicture(other)]).toEqual([
    null,
    undefined,
    other,
  ]);
});

test('an uploaded picture is offered in three widths', () => {
  const [small, middle, large] = [480, 960, 1600].map((width) => path.replace('1600', String(width)));
  expect(formatPictureSrcSet(path)).toBe(`${small} 480w, ${middle} 960w, ${large} 1600w`);
  expect(smallPicture(path)).toBe(small);
});

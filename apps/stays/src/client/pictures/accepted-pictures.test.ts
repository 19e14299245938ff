import { expect, test } from 'vitest';
import { listAcceptedPictures } from './accepted-pictures';

test.each(['Google Inc.', ''])('a browser of “%s” lets a guest choose a HEIC', (vendor) => {
  expect(listAcceptedPictures(vendor).split(',')).toEqual(
    expect.arrayContaining(['.heic', '.heif', 'image/jpeg']),
  );
});

test('Apple’s browsers are named no HEIC, so that they convert one to a JPEG', () => {
  expect(listAcceptedPictures('Apple Computer, Inc.')).not.toMatch(/hei[cf]/);
  expect(listAcceptedPictures('Apple Computer, Inc.')).toContain('image/jpeg');
});

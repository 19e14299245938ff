import { expect, test } from 'vitest';
import { listAcceptedFiles } from './accepted-files';

test.each(['Google Inc.', ''])('a browser of “%s” lets a guest choose a HEIC', (vendor) => {
  expect(listAcceptedFiles(vendor).split(',')).toEqual(
    expect.arrayContaining(['.heic', '.heif', 'image/jpeg', 'application/pdf']),
  );
});

test('Apple’s browsers are named no HEIC, so that they convert one to a JPEG', () => {
  expect(listAcceptedFiles('Apple Computer, Inc.')).not.toMatch(/hei[cf]/);
  expect(listAcceptedFiles('Apple Computer, Inc.')).toContain('image/jpeg');
});

import type { Encoding } from './picture-decoder.ts';

const megabyte = 1024 * 1024;

/**
 * What becomes of a guest's document: a JPEG of it, or one of each page of a PDF, large enough to read the smallest line of a
 * passport and no larger.
 */
export const documentEncoding: Encoding = {
  boxes: [{ width: 2000, height: 2000 }],
  format: 'jpeg',
  acceptsPdf: true,
  maxMemoryBytes: 320 * megabyte,
};

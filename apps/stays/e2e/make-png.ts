import { deflateSync } from 'node:zlib';
import { encodePng } from '@gudbro/pictures/testing';

/**
 * A PNG of one colour, with more pixels than the app sends, so that the app has to scale it down. It is made here, so that
 * no picture has to be in the repository.
 */
export function makePng(): Buffer {
  const side = 2200;
  return encodePng({ side, form: [8, 0], deflated: deflateSync(Buffer.alloc((side + 1) * side)) });
}

/// <reference path="./libheif-js.d.ts" />
import libheif from 'libheif-js/wasm-bundle.js';

/** The pixels of a picture: red, green, blue and alpha, a byte each. */
export type Pixels = { width: number; height: number; data: Uint8Array };

/** Decodes a HEIC of at most `maxPixels`, upright. Null: it has no picture that can be read. */
export async function decodeHeic(file: Uint8Array, maxPixels: number): Promise<Pixels | null> {
  const [image] = new libheif.HeifDecoder().decode(file);
  if (image === undefined) {
    return null;
  }
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels) {
    return null;
  }
  const data = new Uint8ClampedArray(width * height * 4);
  const isDecoded = await new Promise<boolean>((resolve) => {
    image.display({ width, height, data }, (shown) => resolve(shown !== null));
  });
  return isDecoded ? { width, height, data: new Uint8Array(data.buffer) } : null;
}

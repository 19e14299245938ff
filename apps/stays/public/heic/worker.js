/*
 * Decodes a HEIC for a browser that cannot (src/features/documents/decode-heic.ts). Its response has a policy of its own
 * (next.config.ts): WebAssembly may run here, and nothing can be requested but scripts of ours.
 *
 * The decoder is libheif with libde265, as libheif-js distributes it, unchanged and in files of its own: LGPL-3.0, see
 * license.txt beside this file. Its source: https://github.com/strukturag/libheif, https://github.com/strukturag/libde265,
 * https://github.com/catdad-experiments/libheif-js
 */
self.addEventListener('message', async ({ data }) => {
  try {
    const bitmap = await decode(data);
    self.postMessage(bitmap, bitmap === null ? [] : [bitmap]);
  } catch {
    // Whatever the decoder's reason is, the picture is unreadable.
    self.postMessage(null);
  }
});

/** The picture, upright. Null: there is none that can be read, or it is too large. */
async function decode({ script, wasmBinary, file, maxPixels }) {
  importScripts(script);
  const images = new (self.libheif({ wasmBinary }).HeifDecoder)().decode(file);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (image === undefined) {
    return null;
  }
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels) {
    return null;
  }
  const pixels = new ImageData(width, height);
  const shown = await new Promise((resolve) => {
    image.display(pixels, resolve);
  });
  return shown === null ? null : createImageBitmap(pixels);
}

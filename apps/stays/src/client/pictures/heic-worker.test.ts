import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const app = path.join(import.meta.dirname, '../../..');
const library = createRequire(import.meta.url);
const folder = path.dirname(library.resolve('libheif-js/libheif-wasm/libheif.wasm'));
const heic = readFileSync(path.join(app, 'e2e/fixtures/heic/document.heic'));

class Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}

/** Runs public/heic/worker.js with what a browser's worker has and Node has not. */
function decode(file: Uint8Array, maxPixels: number): Promise<Pixels | null> {
  return new Promise((resolve) => {
    const self = {
      addEventListener: (_: string, listen: (event: unknown) => void) => {
        const wasmBinary = readFileSync(path.join(folder, 'libheif.wasm'));
        setTimeout(() => listen({ data: { script: 'libheif.js', wasmBinary, file, maxPixels } }));
      },
      postMessage: resolve,
      libheif: null,
    };
    runInNewContext(readFileSync(path.join(app, 'public/heic/worker.js'), 'utf8'), {
      self,
      importScripts: (script: string) => {
        self.libheif = library(path.join(folder, script));
      },
      ImageData: Pixels,
      createImageBitmap: async (pixels: Pixels) => pixels,
    });
  });
}

test('decodes a HEIC, upright', async () => {
  const picture = await decode(heic, 480 * 640);
  expect([picture?.width, picture?.height]).toEqual([480, 640]);
  // The first colour is blue.
  const [red = 0, green = 0, blue = 0, alpha] = picture?.data ?? [];
  expect(blue - Math.max(red, green)).toBeGreaterThan(80);
  expect(alpha).toBe(255);
});

test('refuses a HEIC of more pixels than it is told', async () => {
  expect(await decode(heic, 480 * 640 - 1)).toBeNull();
});

test.each([
  ['cut off', heic.subarray(0, heic.length / 2)],
  ['without anything but its kind', heic.subarray(0, 28)],
  ['empty', Buffer.alloc(0)],
])('refuses a HEIC that is %s', async (_, file) => {
  expect(await decode(file, 50_000_000)).toBeNull();
});

test('the license beside the worker is that of the decoder', () => {
  const own = readFileSync(path.join(app, 'public/heic/license.txt'), 'utf8');
  expect(own).toBe(readFileSync(path.join(folder, 'LICENSE'), 'utf8'));
});

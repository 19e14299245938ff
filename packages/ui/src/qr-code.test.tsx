import decodeQr from 'qr/decode.js';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { QrCode } from './qr-code.tsx';

const text = 'WIFI:T:WPA;S:Sunset 203;P:lantern-tide-42;;';

test('what is drawn is read as the text, with a margin of four modules and no module drawn twice', () => {
  const html = renderToStaticMarkup(<QrCode text={text} title="Join Sunset 203" />);
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(html)?.[1]);
  const drawn = readPath(/ d="([^"]+)"/.exec(html)?.[1] ?? '');
  expect(new Set(drawn).size).toBe(drawn.length);
  const places = drawn.flatMap((module) => module.split(',').map(Number));
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
  expect(decodeQr(photograph(drawn, size))).toBe(text);
});

test('a QR code has the name of what scanning it does', () => {
  const html = renderToStaticMarkup(<QrCode text={text} title="Join Sunset 203" />);
  expect(html).toContain('role="img"');
  expect(html).toContain('<title>Join Sunset 203</title>');
});

test('a QR code needs no inline style, which a strict content policy would block', () => {
  expect(renderToStaticMarkup(<QrCode text={text} title="Join" />)).not.toContain('style=');
});

function readPath(path: string): string[] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, run]) =>
    Array.from({ length: Number(run) }, (_, step) => `${Number(x) + step},${y}`),
  );
}

/** A picture of the drawing, four pixels a module. */
function photograph(modules: readonly string[], size: number) {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  const dark = new Set(modules);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const [x, y] = [pixel % side, Math.floor(pixel / side)].map((at) => Math.floor(at / scale));
    if (dark.has(`${x},${y}`)) {
      data.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

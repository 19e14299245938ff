import QRCode from 'qrcode';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { QrCode } from './qr-code.tsx';

const text = 'WIFI:T:WPA;S:Sunset 203;P:lantern-tide-42;;';

test('a QR code is drawn with every dark module once and no light one, four modules from the edge', () => {
  const html = renderToStaticMarkup(<QrCode text={text} title="Join Sunset 203" />);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const drawn = readPath(/ d="([^"]+)"/.exec(html)?.[1] ?? '');
  const expected: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) {
        expected.push(`${column + 4},${row + 4}`);
      }
    }
  }
  expect(drawn).toEqual(expected);
  expect(html).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`);
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

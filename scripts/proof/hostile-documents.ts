import { makeDeepPng, makeHeic, makePdf, makeProgressiveJpeg } from '@gudbro/pictures/testing';
import sharp from 'sharp';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } });

/** Files that a guest may send as a document, each with a reason to be refused or with something that must not be kept. */
export async function listHostileDocuments(): Promise<[string, Buffer][]> {
  const exif = {
    IFD0: { Artist: 'Exif canary' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 3/1 0/1' },
  };
  const photo = await flat(4000, 3000).withExif(exif).jpeg().toBuffer();
  return [
    ['a photo with its place', photo],
    ['a photo of 48 megapixels', await flat(8000, 6000).jpeg().toBuffer()],
    ['a photo with an archive behind it', Buffer.concat([photo, Buffer.from('PK\u0003\u0004 archive')])],
    ['a photo with a page behind it', Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')])],
    ['half a photo', photo.subarray(0, photo.length / 2)],
    ['a progressive JPEG of 5,000 scans', makeProgressiveJpeg(7740, 5000)],
    ['a progressive JPEG of 32 scans, 24 megapixels', makeProgressiveJpeg(4900, 32)],
    ['an interlaced PNG of 16 bits', await makeDeepPng(4000, true)],
    ['a PNG of 12,000 by 12,000', await flat(12_000, 12_000).png().toBuffer()],
    ['a HEIC', makeHeic()],
    ['a GIF', await flat(10, 10).gif().toBuffer()],
    [
      'an SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF of six pages', makePdf(6)],
    ['a PDF with a script', makePdf(1, { script: 'app.alert(1)' })],
    ['a PDF that claims 99,999,999 pages', makePdf(1, { claimedPages: 99_999_999 })],
    ['a PDF with 600 bytes before it', Buffer.concat([Buffer.alloc(600, ' '), makePdf(1)])],
    ['a PDF as thin as a thread', makePdf(1, { size: [1, 20_000] })],
    ['half a PDF', makePdf(2).subarray(0, 120)],
  ];
}

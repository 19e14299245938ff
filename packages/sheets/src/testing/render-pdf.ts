import { PDFiumLibrary } from '@hyzyla/pdfium';
import decodeQr from 'qr/decode.js';

export type Bitmap = { data: Uint8Array; width: number; height: number };

/** Prints the pages of a PDF to bitmaps, by the engine of Chrome, which shares no code with ours. */
export async function renderPdf(pdf: Buffer, dotsPerInch: number): Promise<Bitmap[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const bitmaps: Bitmap[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dotsPerInch / 72, render: 'bitmap' });
    bitmaps.push({ data, width, height });
  }
  document.destroy();
  library.destroy();
  return bitmaps;
}

/** What a person selects and copies from each page. */
export async function readTexts(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const texts = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return texts;
}

type Box = { x: number; y: number; width: number; height: number };

/** Reads the QR code in a part of a page, given in millimetres. */
export function decodeAt(bitmap: Bitmap, box: Box, dotsPerInch: number): string {
  const toDots = (mm: number) => Math.round((mm / 25.4) * dotsPerInch);
  const left = Math.max(0, toDots(box.x));
  const top = Math.max(0, toDots(box.y));
  const width = Math.min(toDots(box.width), bitmap.width - left);
  const height = Math.min(toDots(box.height), bitmap.height - top);
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((top + row) * bitmap.width + left) * 4;
    data.set(bitmap.data.subarray(start, start + width * 4), row * width * 4);
  }
  return decodeQr({ width, height, data });
}

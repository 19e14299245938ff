import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Pixels } from './decode-heic.ts';
import type { PictureBox } from './picture-decoder.ts';

/** A visa by mail has one or two. */
const maxPages = 4;

/** Renders the first pages of a PDF, each as large as fits into the box. Throws where it can't be read. */
export async function* renderPdf(file: Uint8Array, box: PictureBox): AsyncGenerator<Pixels> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  const count = Math.min(document.getPageCount(), maxPages);
  for (let index = 0; index < count; index += 1) {
    const page = document.getPage(index);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    // A page says its own size. One that is as thin as a thread has no picture.
    const scale = Math.min(box.width / originalWidth, box.height / originalHeight);
    if (!(scale > 0) || Math.min(originalWidth, originalHeight) * scale < 1) {
      throw new RangeError('A page has no size.');
    }
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    yield { data, width, height };
  }
}

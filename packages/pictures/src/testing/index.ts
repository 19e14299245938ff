export { encodePng } from './encode-png.ts';
export { makeDeepPng, makeProgressiveJpeg } from './hostile-pictures.ts';
export { makeHeic } from './make-heic.ts';
export { makePdf } from './make-pdf.ts';

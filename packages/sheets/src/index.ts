export { contrastWithPaper, isColour, readableOnPaper } from './colours.ts';
export { type Format, type FormatKind, findFormat, formats } from './formats.ts';
export {
  countPages,
  findSheetRefusal,
  type LaidOutPage,
  layoutSheet,
  type SheetRefusal,
} from './layout-sheet.ts';
export type { Logo } from './logo.ts';
export type { Page } from './shapes.ts';
export type { SheetOptions, SheetProblem, Sign } from './sheet-order.ts';
export { countFinishedPages, type PdfOptions, streamPdf } from './stream-pdf.ts';
export { SvgWriter } from './write-svg.ts';

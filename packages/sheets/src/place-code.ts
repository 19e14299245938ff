import { type EncodedQr, quietModules } from './encode-modules.ts';

/** A code of this size is read at arm's length by any phone. */
export const goodCodeMm = 25;
/** Smaller modules run together on an ordinary printer, or are too small for a camera. */
export const leastModuleMm = 0.4;

/** The area of a label that may be printed on. */
export type Area = { x: number; y: number; width: number; height: number };

export type LabelShape = {
  width: number;
  height: number;
  area: Area;
  /** Text beside the code, or above and below it. */
  isWide: boolean;
};

/** 1 on a label as large as a hand, and more on a larger one: texts grow with it. */
export function unitOf({ area, isWide }: LabelShape): number {
  const reach = isWide
    ? Math.min(area.width / 90, area.height / 50)
    : Math.min(area.width / 62, area.height / 90);
  return Math.min(Math.max(reach, 0.7), 2.4);
}

/** The height of the line under the QR code that has the code in letters; 0 where there is none. */
export function codeLineOf(shape: LabelShape): number {
  return hasCodeLine(shape) ? 4 * Math.max(unitOf(shape), 1) : 0;
}

/** How far from the edge of a label nothing is printed: labels are never peeled or cut quite exactly. */
export function measureShape(width: number, height: number, freeTop: number): LabelShape {
  const shorter = Math.min(width, height);
  const padding = shorter < 30 ? 1.5 : shorter < 60 ? 3 : 5;
  const top = padding + freeTop;
  const area = { x: padding, y: top, width: width - 2 * padding, height: height - top - padding };
  return { width, height, area, isWide: width >= 1.3 * (height - freeTop) };
}

/** Whether the code is printed under the QR code. On a low label it stands among the texts, so that the QR code is larger. */
export function hasCodeLine({ isWide, area }: LabelShape): boolean {
  return !isWide || area.height >= 38;
}

/**
 * The sizes to try for a QR code, the one that looks best first and the smallest last. Text shrinks before the code does,
 * and the code stays at 25 mm where the label is large enough. The quiet zone may lie over the edge's free space, which is
 * white as well.
 */
export function listCodeSizes(shape: LabelShape, { count }: EncodedQr): number[] {
  const { area, isWide } = shape;
  const line = codeLineOf(shape);
  const withQuiet = (count + 2 * quietModules) / count;
  const largest = Math.min(
    isWide ? 0.62 * shape.width : area.width,
    area.height - line,
    shape.width / withQuiet,
    (shape.height - line) / withQuiet,
  );
  const best = isWide ? 0.4 * area.width : Math.min(0.6 * area.width, 0.42 * area.height);
  const sizes = [best, (best + goodCodeMm) / 2, goodCodeMm].map((size) =>
    Math.min(Math.max(size, goodCodeMm), largest, 90),
  );
  return [...new Set(sizes)];
}

import type { Locale } from '@gudbro/domain';
import { BoundedCache } from '@gudbro/domain';
import { breakAnywhere, breakLines, evenLines, type Part, splitParts } from './break-lines.ts';
import { measureRuns, type Run, splitRuns, type Weight } from './split-runs.ts';

/** One text of a label. Sizes are in millimetres. */
export type Block = {
  text: string;
  locale: Locale;
  weight: Weight;
  fill: string;
  /** The size it has where there is room. */
  size: number;
  /** The smallest size at which people still read it. */
  leastSize: number;
  /** A name stays on one line until it has shrunk. A sentence may wrap at any size. */
  isName: boolean;
  /** Above the code where the label is high. */
  isHeader: boolean;
};

export type FittedLine = { runs: Run[]; width: number };
export type FittedBlock = { block: Block; size: number; lines: FittedLine[]; height: number };

/** The height of a line, as a multiple of its size. Vietnamese letters with two marks need it. */
export const lineHeight = 1.28;
const gapBetweenBlocks = 0.45;

type Box = { width: number; height: number };

/** The steps by which texts shrink, all together so that their order of importance stays. */
const scales = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.44, 0.38, 0.32, 0.26];
/** From here on a name may wrap too. */
const wrapsBelow = 0.7;

/**
 * The largest sizes at which all blocks fit, or null. Texts become no smaller than their smallest size times `comfort`. It
 * halves the range of steps, and tries the smallest first: most attempts fail there.
 */
export function fitColumn(blocks: readonly Block[], box: Box, comfort: number): FittedBlock[] | null {
  if (box.width <= 0 || box.height <= 0) {
    return null;
  }
  let best = fitAtStep(scales.length - 1);
  if (best === null) {
    return null;
  }
  let tooLarge = -1;
  let fits = scales.length - 1;
  while (fits - tooLarge > 1) {
    const middle = Math.floor((fits + tooLarge) / 2);
    const fitted = fitAtStep(middle);
    if (fitted === null) {
      tooLarge = middle;
    } else {
      best = fitted;
      fits = middle;
    }
  }
  return best.map((wrapped) => toFitted(wrapped, box.width));

  function fitAtStep(step: number): WrappedBlock[] | null {
    const wrapped = wrapAtScale(blocks, box.width, scales[step] ?? 1, comfort);
    return wrapped && heightOf(wrapped) <= box.height ? wrapped : null;
  }
}

export function heightOf(fitted: readonly { height: number }[]): number {
  return fitted.reduce((sum, { height }) => sum + height, 0);
}

type WrappedBlock = { block: Block; size: number; lines: string[]; height: number };

function wrapAtScale(
  blocks: readonly Block[],
  width: number,
  scale: number,
  comfort: number,
): WrappedBlock[] | null {
  const wrapped: WrappedBlock[] = [];
  for (const block of blocks) {
    const least = block.leastSize * comfort;
    const size = Math.max(least, block.size * scale);
    const lines = wrapBlock(block, width / size, scale, size === least);
    if (lines === null) {
      return null;
    }
    wrapped.push({ block, size, lines, height: (lines.length * lineHeight + gapBetweenBlocks) * size });
  }
  return wrapped;
}

/** The lines of a block in a column that is so many times as wide as the block's size. */
function wrapBlock(block: Block, width: number, scale: number, isSmallest: boolean): string[] | null {
  const { text, isName } = block;
  const { parts, whole, measure } = measureParts(block);
  if (whole <= width) {
    return [text];
  }
  if (isName && scale >= wrapsBelow && !isSmallest) {
    return null;
  }
  return breakLines(parts, width) ?? (isName && isSmallest ? breakAnywhere(text, width, measure) : null);
}

/** Splits the lines by font. A sentence's lines are made even; a name that broke within a word keeps its lines. */
function toFitted({ block, size, lines, height }: WrappedBlock, width: number): FittedBlock {
  const { weight, locale } = block;
  const { parts } = measureParts(block);
  const fitted = evenLines(parts, width / size, lines).map((line) => {
    const { runs } = splitRuns(line, weight, locale);
    return { runs, width: measureRuns(runs) };
  });
  return { block, size, lines: fitted, height };
}

type MeasuredText = { parts: Part[]; whole: number; measure: (text: string) => number };

const measured = new BoundedCache<MeasuredText>(2000);

/** A sheet has the same sentence on each label and tries it at many sizes, so its parts are measured once. */
function measureParts({ text, weight, locale }: Block): MeasuredText {
  return measured.get(`${weight} ${locale} ${text}`, () => {
    const measure = (part: string) => measureRuns(splitRuns(part, weight, locale).runs);
    return { parts: splitParts(text, locale, measure), whole: measure(text), measure };
  });
}

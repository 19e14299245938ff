import type { Locale } from '@gudbro/domain';
import { type EncodedQr, encodeModules } from './encode-modules.ts';
import { type FittedBlock, fitColumn } from './fit-column.ts';
import { type HintLength, listBlocks } from './label-blocks.ts';
import { drawLabel, measureColumn } from './label-geometry.ts';
import { logoHeight } from './label-logo.ts';
import { goodCodeMm, hasCodeLine, type LabelShape, listCodeSizes, unitOf } from './place-code.ts';
import type { Shape } from './shapes.ts';
import type { SheetOptions, SheetProblem, Sign } from './sheet-order.ts';
import { splitRuns } from './split-runs.ts';

export type LabelLayout = { shapes: Shape[]; problems: SheetProblem[] };

type Attempt = { codeSize: number; locales: readonly Locale[]; hint: HintLength; comfort: number };

/** One sign as shapes on its label, and what did not go onto it. */
export function layoutLabel(sign: Sign, options: SheetOptions, shape: LabelShape): LabelLayout {
  const printable = dropUnprintable(sign, options);
  const inCode = options.logo !== null && options.logoPosition === 'code';
  const qr = encodeModules(sign.qr, { hasLogo: inCode });
  const { attempt, fitted, shortened } = findFit(printable.sign, printable.options, shape, qr);
  const problems: SheetProblem[] = [...printable.problems, ...shortened];
  if (attempt.codeSize < goodCodeMm - 0.05) {
    problems.push({ kind: 'code_is_small', signId: sign.id, sizeMm: attempt.codeSize });
  }
  for (const locale of options.locales.filter((one) => !attempt.locales.includes(one))) {
    problems.push({ kind: 'language_left_out', signId: sign.id, locale });
  }
  if (options.logo !== null && !inCode && logoHeight(options, shape) === 0) {
    problems.push({ kind: 'logo_left_out', signId: sign.id });
  }
  const shapes = drawLabel({ sign: printable.sign, options, shape, qr, codeSize: attempt.codeSize, fitted });
  return { shapes, problems };
}

type Fit = { attempt: Attempt; fitted: FittedBlock[]; shortened: SheetProblem[] };

/** The first attempt in which all texts fit. Where none does, names are shortened until the last one does. */
function findFit(sign: Sign, options: SheetOptions, shape: LabelShape, qr: EncodedQr): Fit {
  const attempts = listAttempts(options, listCodeSizes(shape, qr));
  for (const attempt of attempts) {
    const fitted = tryAttempt(sign, options, { shape, qr, attempt });
    if (fitted) {
      return { attempt, fitted, shortened: [] };
    }
  }
  const last = attempts.at(-1);
  if (last === undefined) {
    throw new TypeError('There is always an attempt.');
  }
  return shortenNames(sign, options, { shape, qr, attempt: last });
}

/** Comfortable sizes first; then the hint gets shorter, then the letters as small as they may be, then languages go. */
function listAttempts({ locales }: SheetOptions, codeSizes: readonly number[]): Attempt[] {
  const hints: readonly HintLength[] = locales.length === 1 ? ['first', 'short'] : ['all', 'first', 'short'];
  const attempts: Attempt[] = [];
  for (const comfort of [1.25, 1]) {
    for (const hint of hints) {
      attempts.push(...codeSizes.map((codeSize) => ({ codeSize, locales, hint, comfort })));
    }
  }
  const smallest = codeSizes.at(-1) ?? goodCodeMm;
  for (let count = locales.length - 1; count >= 0; count--) {
    attempts.push({ codeSize: smallest, locales: locales.slice(0, count), hint: 'short', comfort: 1 });
  }
  return attempts;
}

type Trial = { shape: LabelShape; qr: EncodedQr; attempt: Attempt };

function tryAttempt(sign: Sign, options: SheetOptions, { shape, qr, attempt }: Trial): FittedBlock[] | null {
  const unit = unitOf(shape);
  const blocks = listBlocks(sign, options, { ...attempt, hasCode: !hasCodeLine(shape), unit });
  return fitColumn(blocks, measureColumn(options, shape, qr, attempt.codeSize), attempt.comfort);
}

/** Cuts the longest name by a character until everything fits, and says which names are not whole. */
function shortenNames(sign: Sign, options: SheetOptions, trial: Trial): Fit {
  let short = { sign, options };
  for (;;) {
    const fitted = tryAttempt(short.sign, short.options, trial);
    const names = [
      [sign.title, short.sign.title],
      [options.placeName, short.options.placeName],
    ] as const;
    if (fitted || names.every(([, now]) => now.length <= 1)) {
      const shortened = names
        .filter(([whole, now]) => whole !== now)
        .map(([text]) => ({ kind: 'text_shortened' as const, signId: sign.id, text }));
      return { attempt: trial.attempt, fitted: fitted ?? [], shortened };
    }
    short =
      short.sign.title.length > short.options.placeName.length
        ? { ...short, sign: { ...short.sign, title: shorten(short.sign.title) } }
        : { ...short, options: { ...short.options, placeName: shorten(short.options.placeName) } };
  }
}

function shorten(text: string): string {
  const letters = [...new Intl.Segmenter().segment(text.replace(/…$/, ''))].map(({ segment }) => segment);
  return `${letters.slice(0, -1).join('').trimEnd()}…`;
}

/** Without the characters that no font has, such as emoji, and with a word about them. */
function dropUnprintable(sign: Sign, options: SheetOptions) {
  const missing: string[] = [];
  const clean = (text: string): string => {
    const { runs, unprintable } = splitRuns(text, 'bold', options.placeLocale);
    missing.push(...unprintable);
    return runs
      .map((run) => run.text)
      .join('')
      .trim();
  };
  const printable = {
    sign: { ...sign, title: clean(sign.title) },
    options: { ...options, placeName: clean(options.placeName) },
  };
  const network = sign.network?.name ?? '';
  missing.push(
    ...splitRuns(network + (sign.network?.password ?? ''), 'bold', options.placeLocale).unprintable,
  );
  const problems: SheetProblem[] =
    missing.length > 0
      ? [{ kind: 'unprintable', signId: sign.id, characters: [...new Set(missing)].join('') }]
      : [];
  return { ...printable, problems };
}

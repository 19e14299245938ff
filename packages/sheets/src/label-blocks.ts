import type { Locale } from '@gudbro/domain';
import { ink, readableOnPaper } from './colours.ts';
import type { Block } from './fit-column.ts';
import type { SheetOptions, Sign } from './sheet-order.ts';
import { signTexts } from './texts.ts';

/** How much a label says about its address and check word: in each language, in the first, or without a sentence. */
export type HintLength = 'all' | 'first' | 'short';

/** The smallest letters, in millimetres: 6 points for what everybody reads, 5 for the code and the hint. */
const leastText = 2.12;
const leastHint = 1.77;

export type BlockRequest = {
  /** The languages that are still on the label. */
  locales: readonly Locale[];
  hint: HintLength;
  /** The code stands in the column where there is no room for it under the QR code. */
  hasCode: boolean;
  /** 1 on a label as large as a hand, more on a larger one. */
  unit: number;
};

/** The texts of a label, from the top down. */
export function listBlocks(sign: Sign, options: SheetOptions, request: BlockRequest): Block[] {
  return [
    ...listHeader(sign, options, request.unit),
    ...listFields(sign, options, request),
    ...request.locales.map((locale) => instruct(sign, locale, request.unit)),
    ...listHints(sign, options, request),
    ...(request.hasCode && sign.code !== null ? [listCode(sign.code, request.unit)] : []),
  ];
}

function listHeader(sign: Sign, options: SheetOptions, unit: number): Block[] {
  const { placeName, placeLocale, colour } = options;
  const name = { locale: placeLocale, isName: true, isHeader: true };
  const place: Block = {
    ...name,
    text: placeName,
    weight: 'bold',
    fill: readableOnPaper(colour),
    size: 3.9 * unit,
    leastSize: leastText,
  };
  const title: Block = {
    ...name,
    text: sign.title,
    weight: 'bold',
    fill: ink,
    size: 8.5 * unit,
    // So large that a room is told from the next across the corridor.
    leastSize: Math.min(5, 5 * unit),
  };
  return sign.title === placeName ? [{ ...title, fill: place.fill }] : [place, title];
}

/** What somebody types who cannot scan a WiFi card. It must stay readable: `l`, `I` and `1` are told apart by size. */
function listFields({ network }: Sign, { locales: [first] }: SheetOptions, { unit }: BlockRequest): Block[] {
  if (network === null) {
    return [];
  }
  const texts = signTexts[first];
  const fields = [`${texts.network}: ${network.name}`];
  if (network.password !== null) {
    fields.push(`${texts.password}: ${network.password}`);
  }
  return fields.map((text) => ({
    text,
    locale: first,
    weight: 'bold',
    fill: ink,
    size: 3.8 * unit,
    leastSize: 2.5,
    isName: true,
    isHeader: false,
  }));
}

function instruct({ kind }: Sign, locale: Locale, unit: number): Block {
  return sentence(signTexts[locale][kind], locale, 3.3 * unit, leastText);
}

function listHints(sign: Sign, options: SheetOptions, { locales, hint, unit }: BlockRequest): Block[] {
  const { domain } = options;
  if (sign.kind === 'wifi') {
    return [];
  }
  const word = sign.checkWord;
  const [first = options.locales[0]] = locales;
  if (word === null || hint === 'short') {
    const text = word === null ? domain : `${domain} · ${word}`;
    return [{ ...sentence(text, first, 2.6 * unit, leastHint), isName: true }];
  }
  return locales.slice(0, hint === 'first' ? 1 : undefined).map((locale) => {
    const text = signTexts[locale].hint.replace('{domain}', domain).replace('{word}', word);
    return sentence(text, locale, 2.6 * unit, leastHint);
  });
}

function listCode(code: string, unit: number): Block {
  return { ...sentence(code, 'en', 3 * unit, leastHint), weight: 'bold', isName: true };
}

function sentence(text: string, locale: Locale, size: number, leastSize: number): Block {
  return { text, locale, weight: 'regular', fill: ink, size, leastSize, isName: false, isHeader: false };
}

import { isLocale, type Locale } from './locales.ts';

type Wishes = {
  /** What the person chose here before. */
  chosen: string | undefined;
  /** The browser's `Accept-Language`. */
  accepted: string | null;
};

/** What the person chose wins, then the browser’s order, then the first language the app offers. */
export function chooseLocale<Offered extends Locale>(
  { chosen, accepted }: Wishes,
  offered: readonly [Offered, ...Offered[]],
): Offered {
  const isOffered = (value: unknown) => isLocale(value, offered);
  if (isLocale(chosen, offered)) {
    return chosen;
  }
  return (
    rankLanguages(accepted ?? '').find((language): language is Offered => isOffered(language)) ?? offered[0]
  );
}

/** Bare languages (`vi` of `vi-VN;q=0.8`), the most wanted first. */
function rankLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const quality = parameters.map((parameter) => /^\s*q=(.+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().toLowerCase().split('-')[0] ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}

import { isLocale, type Locale } from './locales.ts';

type Preferences = {
  /** What the person chose in the app: the value of the cookie `locale`. */
  chosen: string | undefined;
  /** The browser's `Accept-Language`. */
  accepted: string | null;
};

/** The chosen language, else the offered one that the browser prefers, else the first one that the app offers. */
export function chooseLocale<Offered extends Locale>(
  { chosen, accepted }: Preferences,
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

/** The languages without their regions (`vi` of `vi-VN;q=0.8`), sorted by weight. */
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

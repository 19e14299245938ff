import { defaultLocale, isLocale, type Locale } from './locales.ts';

type Wishes = {
  /** What the guest chose here before. */
  chosen: string | undefined;
  /** The browser's `Accept-Language`. */
  accepted: string | null;
};

/** What the guest chose wins, then the browser's order, then English. */
export function chooseLocale({ chosen, accepted }: Wishes): Locale {
  return isLocale(chosen) ? chosen : (rankLanguages(accepted ?? '').find(isLocale) ?? defaultLocale);
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

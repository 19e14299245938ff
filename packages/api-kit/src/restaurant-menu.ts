import { z } from 'zod';

/** Where the restaurants' app shows the menu of one house. `{slug}` stands for the name of its menu. */
export const restaurantMenuUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => url.includes('{slug}'), 'needs {slug} where the name of a menu stands');

/** The address of a menu, or null where the house names none or the deployment knows no restaurants' app. */
export function linkToMenu(menuUrl: string | undefined, slug: string | null): string | null {
  return menuUrl === undefined || slug === null
    ? null
    : menuUrl.replaceAll('{slug}', encodeURIComponent(slug));
}

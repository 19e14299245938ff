import type { Page } from '@playwright/test';
import { runAxe } from './run-axe.ts';

/** The rules of axe that every page must meet. */
export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe on the page as it is now, in the light and in the dark colour scheme. */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, because a colour in transition belongs to neither scheme.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await runAxe(page, { runOnly: standards });
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

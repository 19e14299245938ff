import type { Page } from '@playwright/test';
import { runAxe } from './run-axe.ts';

/** The rules of axe that every page is held to. */
export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, in light and in dark colours. */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour on its way to the other scheme is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await runAxe(page, { runOnly: standards });
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

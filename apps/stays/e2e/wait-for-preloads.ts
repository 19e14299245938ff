import type { Page } from '@playwright/test';

/** Waits until all that is loaded ahead of a tap is there. What comes last saves the catalogue. */
export async function waitForPreloads(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('services:')));
}

import type { Page } from '@playwright/test';
import { test as base, drawAddress } from '../household';
import { product } from '../product';

/**
 * Each test has its own page, opened by a page that stays open. All of them share one browser process, which compiles
 * the app's scripts and axe once for all tests of a worker.
 */
export const test = base.extend<object, { opener: Page }>({
  opener: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        extraHTTPHeaders: drawAddress(),
      });
      const opener = await context.newPage();
      await opener.goto(`${product.staysUrl}/icon.svg`);
      await use(opener);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ opener }, use) => {
    const context = opener.context();
    await use(context);
    await context.clearCookies();
    await opener.evaluate(() => localStorage.clear());
  },
  // Within the context, so that a page is closed, and writes no more, before its storage is cleared.
  page: async ({ context, opener }, use) => {
    const opened = context.waitForEvent('page');
    await opener.evaluate(() => {
      window.open();
    });
    const page = await opened;
    await use(page);
    await page.close();
  },
});

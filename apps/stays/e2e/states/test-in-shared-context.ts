import type { Page } from '@playwright/test';
import { product } from '../product';
import { test as base, makeAddressHeader, prepareContext } from '../test-with-own-address';

/**
 * Each test has its own page, which is opened by a page that stays open. So all tests of a worker share one renderer
 * process, which compiles the app's scripts and axe only once.
 */
export const test = base.extend<object, { opener: Page }>({
  opener: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        extraHTTPHeaders: makeAddressHeader(),
      });
      await prepareContext(context, { serviceWorkers: 'block', repeatsLateTaps: false });
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
  // This fixture depends on `context`, so the page is closed, and writes no more, before the storage is cleared.
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

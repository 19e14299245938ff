import { type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';

let addressNumber = Math.floor(Math.random() * 65_536);

type OwnAddressFixtures = {
  /** Opens another browser with the same address. It is closed at the end of the test. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

/** The header by which a proxy names the caller's address, with an address that no other test has. */
export function makeAddressHeader(): Record<string, string> {
  addressNumber += 1;
  return { 'x-forwarded-for': `198.18.${(addressNumber >> 8) & 255}.${addressNumber & 255}` };
}

/**
 * Each test sends its requests from an address of its own, so that the limits per address do not add up the requests of
 * all tests. The requests of a service worker would not carry the header, so only tests of the service worker allow it.
 */
export const test = base.extend<OwnAddressFixtures>({
  serviceWorkers: 'block',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  extraHTTPHeaders: async ({}, use) => {
    await use(makeAddressHeader());
  },
  openBrowser: async ({ browser, extraHTTPHeaders, serviceWorkers }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const own = { extraHTTPHeaders: extraHTTPHeaders ?? {}, serviceWorkers };
      const context = await browser.newContext({ ...options, ...own });
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

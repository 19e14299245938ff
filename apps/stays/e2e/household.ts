import { type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';

let drawn = Math.floor(Math.random() * 65_536);

type Household = {
  /** Another browser in the same house, closed at the end of the journey. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

/** The header of a proxy that names an address no other journey has. */
export function drawAddress(): Record<string, string> {
  drawn += 1;
  return { 'x-forwarded-for': `198.18.${(drawn >> 8) & 255}.${drawn & 255}` };
}

/**
 * Journeys from an address of their own, as of a phone in mobile data: limits by address do not join them up. A worker's
 * requests would not carry it, so there is none but where a journey is about it.
 */
export const test = base.extend<Household>({
  serviceWorkers: 'block',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  extraHTTPHeaders: async ({}, use) => {
    await use(drawAddress());
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

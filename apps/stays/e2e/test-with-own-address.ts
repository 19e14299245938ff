import { type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';
import { repeatLateTaps } from './tap-failure-panel';

let addressNumber = Math.floor(Math.random() * 65_536);

type OwnAddressFixtures = {
  /** Whether a tap that missed its time is repeated. Not in tests that are about just that. */
  repeatsLateTaps: boolean;
  /** Opens another browser with the same address. It is closed at the end of the test. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

/** The header by which a proxy names the caller's address, with an address that no other test has. */
export function makeAddressHeader(): Record<string, string> {
  addressNumber += 1;
  return { 'x-forwarded-for': `198.18.${(addressNumber >> 8) & 255}.${addressNumber & 255}` };
}

/** Runs in the page, before its scripts. Without a service worker the page waits for none before it loads what taps need. */
function removeServiceWorker(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

/**
 * Each test sends its requests from an address of its own, so that the limits per address do not add up the requests of
 * all tests. The requests of a service worker would not carry the header, so only tests of the service worker allow it.
 */
export const test = base.extend<OwnAddressFixtures>({
  serviceWorkers: 'block',
  repeatsLateTaps: [true, { option: true }],
  context: async ({ context, serviceWorkers, repeatsLateTaps }, use) => {
    await prepareContext(context, { serviceWorkers, repeatsLateTaps });
    await use(context);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  extraHTTPHeaders: async ({}, use) => {
    await use(makeAddressHeader());
  },
  openBrowser: async ({ browser, extraHTTPHeaders, serviceWorkers, repeatsLateTaps }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const own = { extraHTTPHeaders: extraHTTPHeaders ?? {}, serviceWorkers };
      const context = await browser.newContext({ ...options, ...own });
      await prepareContext(context, { serviceWorkers, repeatsLateTaps });
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

type Preparation = { serviceWorkers: BrowserContextOptions['serviceWorkers']; repeatsLateTaps: boolean };

/** Prepares a guest's browser, before it opens its first page. */
export async function prepareContext(
  context: BrowserContext,
  { serviceWorkers, repeatsLateTaps }: Preparation,
): Promise<void> {
  if (serviceWorkers === 'block') {
    await context.addInitScript(removeServiceWorker);
  }
  if (repeatsLateTaps) {
    context.on('page', (page) => void repeatLateTaps(page));
  }
}

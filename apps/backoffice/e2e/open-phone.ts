import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { makeAddressHeader, prepareContext } from '../../stays/e2e/test-with-own-address';

/** A guest's phone, with an address of its own: so the limits per address do not add up the phones of all journeys. */
export async function openPhone(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const serviceWorkers = 'block';
  const context = await browser.newContext({
    ...options,
    extraHTTPHeaders: makeAddressHeader(),
    serviceWorkers,
  });
  await prepareContext(context, { serviceWorkers, repeatsLateTaps: true });
  return context;
}

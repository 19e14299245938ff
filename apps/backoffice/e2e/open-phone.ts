import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { makeAddressHeader } from '../../stays/e2e/test-with-own-address';

/** A guest's phone, with an address of its own: so the limits per address do not add up the phones of all journeys. */
export function openPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    ...options,
    extraHTTPHeaders: makeAddressHeader(),
    serviceWorkers: 'block',
  });
}

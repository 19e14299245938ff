import { test as base } from '@playwright/test';

let drawn = Math.floor(Math.random() * 65_536);

/**
 * Journeys from an address of their own, as of a phone in mobile data: limits by address do not join them up. A worker's
 * requests would not carry it, so there is none but where a journey is about it.
 */
export const test = base.extend({
  serviceWorkers: 'block',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  extraHTTPHeaders: async ({}, use) => {
    drawn += 1;
    await use({ 'x-forwarded-for': `198.18.${(drawn >> 8) & 255}.${drawn & 255}` });
  },
});

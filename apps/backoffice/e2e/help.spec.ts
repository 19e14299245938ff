import { type Browser, type BrowserContext, expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { chapterIds, guides } from '../src/features/help/guide';
import { type BackofficeLocale, locales } from '../src/i18n/locales';
import { OwnerScreen, product } from './owner-screen';

const help = '/p/beach-view/help';

for (const locale of locales) {
  test(`every chapter in ${locale} opens with its pictures, fits a phone of 320 pixels, and has no violations`, async ({
    browser,
  }) => {
    const context = await openAsOwner(browser, locale);
    const page = await context.newPage();
    const titles = chapterIds.map((id) => [`${help}/${id}`, guides[locale].chapters[id].title] as const);
    for (const [address, title] of [[help, guides[locale].title] as const, ...titles]) {
      await page.goto(`${product.backofficeUrl}${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ address, width }).toEqual({ address, width: 320 });
      for (const picture of await page.getByRole('main').getByRole('img').all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect
          .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(0);
      }
      expect(await findViolations(page), address).toEqual([]);
    }
    await context.close();
  });
}

test('a chapter that does not exist is not found', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  const response = await page.goto(`${product.backofficeUrl}${help}/nothing`);
  expect(response?.status()).toBe(404);
});

test('a housekeeper reads the guide', async ({ page }) => {
  await new OwnerScreen(page).signIn('housekeeper@example.com');
  const response = await page.goto(`${product.backofficeUrl}/p/sunset-hotel/help/signs`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(guides.en.chapters.signs.title);
});

/** The owner on the smallest phone, in a browser of this language. */
async function openAsOwner(browser: Browser, locale: BackofficeLocale): Promise<BrowserContext> {
  const page = await browser.newPage();
  await new OwnerScreen(page).signIn('owner@example.com');
  const cookies = await page.context().cookies();
  await page.close();
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    locale: { en: 'en-GB', vi: 'vi-VN' }[locale],
  });
  await context.addCookies(cookies);
  return context;
}

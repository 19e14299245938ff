import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { locales } from '../src/i18n/locales';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';

// Whoever the guest is: every language, large letters, a keyboard, two tabs, a thumb on the back button.

for (const locale of locales) {
  test(`the room page is whole in ${locale}`, async ({ page, context }) => {
    await context.addCookies([{ name: 'locale', value: locale, url: product.staysUrl }]);
    await new RoomScreen(page).scan('RM-SUNSET22');
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('#wifi-password-0')).toHaveText('lantern-tide-42');
    expect(await widthBeyondScreen(page)).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });
}

test('on a narrow phone with letters twice as large nothing is cut off', async ({ browser }) => {
  // The policy would refuse our own style; everything else stays as it is.
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
  const page = await context.newPage();
  for (const path of [
    '/',
    '/stay/room/RM-SUNSET22',
    '/stay/room/RM-DRM23456',
    '/stay/BK-GUEST2',
    '/sunset-hotel',
  ]) {
    await page.goto(`${product.staysUrl}${path}`);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await widthBeyondScreen(page), path).toBe(0);
    expect(await findViolations(page), path).toEqual([]);
  }
  await context.close();
});

test('a sheet keeps the keyboard’s focus, closes on Escape and gives it back', async ({ page }) => {
  const orders = new OrderScreen(page);
  await orders.open('RM-SUNSET22');
  const openStay = page.getByRole('button', { name: 'Open my stay' });
  await openStay.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Is it you?' });
  await expect(sheet).toBeVisible();
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    const isInside = await sheet.evaluate((dialog) => {
      const focused = document.activeElement;
      // Between the last and the first stop the browser's own bar has a turn.
      return focused === document.body || dialog.contains(focused);
    });
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(openStay).toBeFocused();
});

test('the back button closes the sheet and leaves the page', async ({ page }) => {
  const orders = new OrderScreen(page);
  await page.goto(product.staysUrl);
  await orders.open('RM-SUNSET22');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  const sheet = page.getByRole('dialog', { name: 'Is it you?' });
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/RM-SUNSET22/);
  await expect(page.getByText('Sunset 203', { exact: true })).toBeVisible();
});

function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

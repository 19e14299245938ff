import { expect } from '@playwright/test';
import { locales } from '../src/i18n/locales';
import { test } from './household';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { findFaults } from './states/find-faults';
import { cartStates } from './states/order-states';
import { placeStates, roomStates } from './states/page-states';
import type { State } from './states/state';
import { verifyStates } from './states/verify-states';

// Whoever the guest is: in every language and with large letters, and by keyboard.

const spoken: readonly State[] = [
  ...roomStates.filter(({ name }) => name === 'catalogue, with a picture and with what cannot be had'),
  ...verifyStates.filter(({ name }) => name === 'last name'),
  ...cartStates.filter(({ name }) => name === 'cart'),
  ...placeStates.filter(({ name }) => name === 'property, rooms and beds free'),
];

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 }, bypassCSP: true });

  for (const locale of locales) {
    test(`the room, the question who one is, the cart and the property are whole in ${locale}`, async ({
      page,
      context,
    }) => {
      test.setTimeout(120_000);
      await context.addCookies([{ name: 'locale', value: locale, url: product.staysUrl }]);
      await new RoomScreen(page).scan('RM-SUNSET22');
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('#wifi-password-0')).toHaveText('lantern-tide-42');
      expect(await findFaults(page)).toEqual([]);
      for (const { name, open } of spoken) {
        await open(page);
        expect(await findFaults(page), name).toEqual([]);
      }
    });
  }
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

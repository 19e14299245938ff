import { expect, type Page } from '@playwright/test';
import { BookingScreen } from './entry-screens';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

const call = (page: Page) => page.getByRole('link', { name: /^Call the desk/ });
const whatsapp = (page: Page) => page.getByRole('link', { name: /^WhatsApp/ });

async function expectDeskOf(page: Page, phone: string, whatsappNumber: string): Promise<void> {
  await expect(call(page).last()).toHaveAttribute('href', `tel:${phone}`);
  await expect(whatsapp(page).last()).toHaveAttribute('href', `https://wa.me/${whatsappNumber}`);
}

test('a hidden room’s page names the numbers of the desk, before and after a wrong answer', async ({
  page,
}) => {
  await new RoomScreen(page).scan('RM-HUSH2345');
  await expectDeskOf(page, '+34952555013', '34655550013');
  // Nothing else of the property.
  expect(await page.content()).not.toMatch(/Camino|almond|Casa Tranquila/i);
  await page.getByLabel('Last name').fill('Nobody');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByText('This does not match a stay here')).toBeVisible();
  await expectDeskOf(page, '+34952555013', '34655550013');
});

test('a booking’s link tells a stranger nothing of a property, whether the code exists or not', async ({
  page,
}) => {
  const pages: string[] = [];
  for (const code of ['BK-GUEST2', 'BK-NBDY22']) {
    await new BookingScreen(page).follow(code);
    await expect(page.getByText('The number of the house is in your booking message.')).toBeVisible();
    await expect(call(page)).toHaveCount(0);
    pages.push((await page.locator('main').innerHTML()).replaceAll(code, ''));
  }
  expect(pages[0]).toBe(pages[1]);
});

test('a browser that was shown a room’s page finds its desk on a booking’s link, an unknown code and after an error', async ({
  page,
}) => {
  await new RoomScreen(page).scan('RM-SUNSET22');
  const phone = await page.getByRole('link', { name: /^Call/ }).first().getAttribute('href');
  for (const path of ['/stay/BK-NBDY22', '/session/NBDY-2345', '/stay/room/RM-NBDY2345', '/nowhere']) {
    await page.goto(`${product.staysUrl}${path}`);
    await expect(page.getByText('The desk of Sunset Hotel')).toBeVisible();
    await expect(call(page)).toHaveAttribute('href', phone ?? '');
  }
});

test('a guest whose answer fails finds the desk’s numbers under the question', async ({ page }) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-DRM23456');
  await page.locator('[data-action="stay"]').first().click();
  await expect(screen.verification.getByRole('link', { name: /Call the desk/ })).toHaveCount(0);
  await screen.answer('Nobody');
  await expect(screen.verification.getByRole('link', { name: /Call the desk/ })).toBeVisible();
});

test('signing out forgets the desk', async ({ page }) => {
  await page.goto(`${product.staysUrl}/session/WAKE-UP23`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await new BookingScreen(page).follow('BK-NBDY22');
  await expect(page.getByText('The desk of')).toHaveCount(0);
});

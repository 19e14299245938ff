import { expect } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { product } from './product';
import { PropertyPageScreen } from './property-page-screen';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

test('a German guest reads the privacy notice of the house from the room’s page, and goes back', async ({
  page,
  context,
}) => {
  await context.addCookies([{ name: 'locale', value: 'de', url: product.staysUrl }]);
  const room = new RoomScreen(page);
  await room.scan('RM-SUNSET22');
  await page.getByRole('link', { name: 'Datenschutz' }).click();
  await expect(page).toHaveURL(`${product.staysUrl}/sunset-hotel/privacy`);
  await expect(room.heading).toHaveText('Datenschutzhinweise');
  await expect(page.getByText('Die Art des Dokuments und daraus: Nachname')).toBeVisible();
  await expect(page.getByText('Die Angaben werden 15 Tage nach Ihrer Abreise gelöscht.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.goBack();
  await expect(room.heading).toContainText('Sunset Hotel');
  await expect(room.password).toBeVisible();
});

test('a property’s page leads to its privacy notice, which search engines leave out and which leads back', async ({
  page,
}) => {
  const propertyPage = new PropertyPageScreen(page);
  await propertyPage.open('quiet-house');
  const link = page.getByRole('link', { name: 'Privacy', exact: true });
  await expect(link).toHaveAttribute('href', '/quiet-house/privacy');
  const response = await page.goto(`${product.staysUrl}/quiet-house/privacy`);
  expect(response?.status()).toBe(200);
  expect(response?.headers()['x-robots-tag']).toContain('noindex');
  await expect(page.getByText('Royal Decree 933/2021')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'To the page of Quiet House' }).click();
  await expect(page).toHaveURL(`${product.staysUrl}/quiet-house`);
});

test('an unknown property has no privacy notice', async ({ page }) => {
  const response = await page.goto(`${product.staysUrl}/no-such-property/privacy`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a room whose property hides its pages leads to the notice before anything is typed, and pages after it by name', async ({
  page,
}) => {
  await page.goto(`${product.staysUrl}/stay/BK-QUTET2`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // This browser has been shown no property yet.
  await expect(page.locator('a[href$="/privacy"]')).toHaveCount(0);
  await page.goto(`${product.staysUrl}/stay/room/RM-HUSH2345`);
  const own = page.getByRole('link', { name: 'Privacy', exact: true });
  await expect(own).toHaveAttribute('href', '/quiet-house/privacy');
  for (const path of [
    '/',
    '/stay/BK-QUTET2',
    '/session/SUNS-ET22',
    '/stay/room/RM-ZZZZZZZZ',
    '/no-such-property',
  ]) {
    await page.goto(`${product.staysUrl}${path}`);
    const link = page.getByRole('link', { name: 'Privacy at Quiet House', exact: true });
    await expect(link).toHaveAttribute('href', '/quiet-house/privacy');
  }
  await page.goto(`${product.staysUrl}/quiet-house/privacy`);
  await expect(page.locator('a[href$="/privacy"]')).toHaveCount(0);
});

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

import { expect } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { product } from './product';
import { PropertyPageScreen } from './property-page-screen';
import { test } from './test-with-own-address';

const guest = { firstName: 'Văn Bình', lastName: 'Trần', email: 'binh@example.com' };

test('on a property’s page dates are chosen, a booking is requested, and its code leads to the stay', async ({
  page,
}) => {
  const propertyPage = new PropertyPageScreen(page);
  const response = await propertyPage.open('beach-view');
  expect(response?.status()).toBe(200);
  expect(response?.headers()['x-robots-tag']).toContain('noindex');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beach View');
  expect(await findViolations(page)).toEqual([]);

  await propertyPage.search(100, 103, 2);
  await expect(page.getByText('· 3 nights ·')).toBeVisible();
  await expect(page.getByText('One-bedroom apartment').first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await propertyPage.fill(guest);
  await propertyPage.send();

  await expect(propertyPage.code).toBeVisible();
  const code = (await propertyPage.code.textContent()) ?? '';
  expect(await findViolations(page)).toEqual([]);
  await expect(page.getByRole('link', { name: 'Open my stay' })).toHaveAttribute('href', `/stay/${code}`);
  // The name was typed a moment ago, so it is not asked again.
  await page.getByRole('link', { name: 'Open my stay' }).click();
  await expect(page.getByText('Your request is waiting for an answer.')).toBeVisible();
  await expect(page.getByText('3 nights').first()).toBeVisible();

  await propertyPage.open('beach-view');
  // For two, because other tests add rooms for one.
  await propertyPage.search(101, 102, 2);
  await expect(page.getByRole('heading', { name: 'Nothing is free on these nights' })).toBeVisible();
});

test('without script a bed is requested, and a bed that was taken meanwhile is named with the form still filled in', async ({
  openBrowser,
}) => {
  const context = await openBrowser({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const [one, two] = [
    new PropertyPageScreen(await context.newPage()),
    new PropertyPageScreen(await context.newPage()),
  ];
  for (const propertyPage of [one, two]) {
    await propertyPage.open('backpack-hostel');
    await propertyPage.search(110, 112);
    await propertyPage.page.getByRole('radio', { name: 'Bed 3' }).check();
    await propertyPage.fill(guest);
  }
  await one.send();
  await expect(one.code).toBeVisible();
  await two.page.getByLabel('Phone (optional)').fill('+84 905 555 0000');
  await two.send();
  await expect(two.alert).toContainText('Somebody was faster');
  await expect(two.page.getByRole('radio', { name: 'Bed 3' })).toHaveCount(0);
  await expect(two.page.getByRole('radio', { name: 'Bed 4' })).toBeVisible();
  await expect(two.page.getByLabel('First name')).toHaveValue(guest.firstName);
  await expect(two.page.getByLabel('Phone (optional)')).toHaveValue('+84 905 555 0000');
  expect(two.page.url()).not.toContain('binh');
  await two.page.getByRole('radio', { name: 'Bed 4' }).check();
  await two.send();
  await expect(two.code).toBeVisible();
  expect(await two.code.textContent()).not.toBe(await one.code.textContent());
});

test('a booking request with a mistake comes back with everything typed, and the field is named', async ({
  openBrowser,
}) => {
  const context = await openBrowser({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const propertyPage = new PropertyPageScreen(page);
  await propertyPage.open('sunset-hotel');
  await propertyPage.search(120, 122, 2);
  await page.getByRole('radio', { name: /River view double/ }).check();
  // The browser accepts this address, so it is the server that has to refuse it.
  await propertyPage.fill({ ...guest, email: 'binh@home' });
  await propertyPage.send();
  await expect(page.getByLabel('Email', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Please check this address')).toBeVisible();
  await expect(page.getByLabel('First name')).toHaveValue(guest.firstName);
  await expect(page.getByRole('radio', { name: /River view double/ })).toBeChecked();
});

test('days that cannot be booked are refused beside their field', async ({ page }) => {
  const propertyPage = new PropertyPageScreen(page);
  await page.goto(`${product.staysUrl}/sunset-hotel?checkIn=2020-01-01&checkOut=2020-01-03&guests=1`);
  await expect(page.getByText('This day is over at the house')).toBeVisible();
  await expect(page.getByLabel('Check-in', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  expect(await findViolations(page)).toEqual([]);
  await propertyPage.search(5, 5);
  expect(page.url()).not.toContain('again');
});

test('search engines may list the page of a property that is listed, but not a search for nights on it', async ({
  page,
}) => {
  const readRobots = async (path: string) =>
    (await page.request.get(`${product.staysUrl}/${path}`)).headers()['x-robots-tag'];
  expect(await readRobots('sunset-hotel')).toBe('all');
  expect(await readRobots('sunset-hotel?checkIn=2020-01-01&checkOut=2020-01-03&guests=1')).toContain(
    'noindex',
  );
});

test('an unknown property is a page that helps, and with the database away the page offers to try again', async ({
  page,
}) => {
  const propertyPage = new PropertyPageScreen(page);
  expect((await propertyPage.open('no-such-property'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const away = await propertyPage.open('sunset-hotel', product.staysWithoutDatabaseUrl);
  expect(away?.status()).toBe(503);
  expect(away?.headers()['retry-after']).toBe('5');
  await expect(page.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/sunset-hotel');
});

import { expect } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { product } from './product';
import { readQr } from './read-qr';
import { RoomScreen } from './room-screen';
import { prove, tap, visit } from './states/state';
import { test } from './test-with-own-address';

test('scanning the code of a room shows its WiFi at once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.staysUrl });
  const room = new RoomScreen(page);
  const response = await room.scan('RM-SUNSET22');
  expect(response?.status()).toBe(200);
  await expect(room.heading).toContainText('Sunset Hotel');
  await expect(page.getByText('Sunset 203', { exact: true })).toBeVisible();
  await expect(room.password).toHaveText('lantern-tide-42');
  await expect(room.password).toBeInViewport();
  await expect(page.getByText('Sarah')).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);

  await room.copyButton.click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('lantern-tide-42');
});

test('the WiFi can be handed to another device', async ({ page }) => {
  const room = new RoomScreen(page);
  await room.scan('RM-BEACH234');
  await page.getByText('Show QR for another device').click();
  const qr = page.getByRole('img', { name: 'QR code that joins BeachView-7A' });
  expect(await readQr(qr)).toMatch(/^WIFI:T:WPA;S:BeachView-7A;P:.+;;$/);
});

test('the profile for Apple devices is offered to none of the others, and is a file to install', async ({
  page,
}) => {
  await new RoomScreen(page).scan('RM-BEACH234');
  const profile = page.locator('a[href$=".mobileconfig"]');
  await expect(profile).toBeHidden();
  const response = await page.request.get(`${product.staysUrl}${await profile.getAttribute('href')}`);
  expect(response.headers()['content-disposition']).toContain('wifi.mobileconfig');
});

test('a room’s address opens with its code in small letters', async ({ page }) => {
  await new RoomScreen(page).scan('rm-sunset22');
  await expect(page.getByText('Sunset 203', { exact: true })).toBeVisible();
});

test('without script a room’s page has WiFi, rules, contacts and the QR code', async ({ openBrowser }) => {
  const context = await openBrowser({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const room = new RoomScreen(page);
  await room.scan('RM-DRM23456');
  await expect(room.password).toHaveText('sweetdreams41');
  await expect(page.getByText('Backpack Lounge', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Wash up what you cooked with.')).toBeVisible();
  await expect(page.getByRole('link', { name: /WhatsApp/ })).toHaveAttribute('href', /wa\.me/);
  await page.getByText('Show QR for another device').first().click();
  await expect(page.getByRole('img', { name: 'QR code that joins Backpack Dorms' })).toBeVisible();
});

test('the page of an empty room says so, and still gives the WiFi', async ({ page }) => {
  const room = new RoomScreen(page);
  await room.scan('RM-EMPTY234');
  await expect(page.getByText('No stay in this room right now')).toBeVisible();
  await expect(room.password).toHaveText('sunset;river:88');
  expect(await findViolations(page)).toEqual([]);
});

test('a property that hides its rooms shows its name and what it will ask, and nothing else', async ({
  page,
}) => {
  const response = await new RoomScreen(page).scan('RM-HUSH2345');
  expect(response?.status()).toBe(403);
  await expect(page.getByText('Quiet House').first()).toBeVisible();
  await expect(page.getByText('last name', { exact: false }).first()).toBeVisible();
  expect(await page.content()).not.toContain('almendras');
  expect(await findViolations(page)).toEqual([]);
});

test('a property that hides its rooms refuses a wrong name and opens for its guest', async ({ page }) => {
  await new RoomScreen(page).scan('rm-hush2345');
  await page.getByLabel('Last name').fill('Nobody');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByText('This does not match a stay here.')).toBeVisible();
  await expect(page.getByLabel('Last name')).toHaveValue('Nobody');
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Last name').fill('García');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(new RoomScreen(page).password).toHaveText('almendras en flor');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lucía');
});

test('an unknown room code leads to a page that takes another code', async ({ page }) => {
  const response = await new RoomScreen(page).scan('RM-ZZZZZZZZ');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We don’t know this room');
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Room code').fill('sunset22');
  await page.getByRole('button', { name: 'Open my room' }).click();
  await expect(page.getByText('Sunset 203', { exact: true })).toBeVisible();
});

test('a mistyped room code is refused with the character that no code has', async ({ page }) => {
  const response = await new RoomScreen(page).scan('RM-SUNSET20');
  expect(response?.status()).toBe(400);
  await expect(page.getByText('“0” is in none of our codes')).toBeVisible();
  await expect(page.getByLabel('Room code')).toHaveValue('RM-SUNSET20');
  expect(await findViolations(page)).toEqual([]);
});

test('with the database away a room’s page offers to try again', async ({ page }) => {
  const response = await new RoomScreen(page).scan('RM-SUNSET22', product.staysWithoutDatabaseUrl);
  expect(response?.status()).toBe(503);
  expect(response?.headers()['retry-after']).toBe('5');
  await expect(page.getByRole('link', { name: 'Try again' })).toHaveAttribute(
    'href',
    '/stay/room/RM-SUNSET22',
  );
  expect(await findViolations(page)).toEqual([]);
});

test('a room’s page speaks the phone’s language, and another one when it is chosen', async ({
  openBrowser,
}) => {
  const context = await openBrowser({ locale: 'vi-VN', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await new RoomScreen(page).scan('RM-BEACH234');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/RM-BEACH234/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a room’s page has a strict content security policy, and no script breaks it', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const response = await new RoomScreen(page).scan('RM-SUNSET22');
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(headers['x-powered-by']).toBeUndefined();
  await page.getByText('Show QR for another device').click();
  expect(errors).toEqual([]);
});

test('a scan starts a session that scripts cannot read, and signing out ends it', async ({
  page,
  context,
}) => {
  await new RoomScreen(page).scan('RM-SUNSET22');
  const cookie = (await context.cookies()).find(({ name }) => name === 'gudbro_guest');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('gudbro_guest');
  const session = await page.request.get(`${product.staysUrl}/api/stay/session`);
  expect(await session.json()).toMatchObject({
    accessTier: 'browse',
    roomCode: 'RM-SUNSET22',
    bookingCode: null,
  });
  await page.evaluate(() => fetch('/api/stay/session', { method: 'DELETE' }));
  expect((await page.request.get(`${product.staysUrl}/api/stay/session`)).status()).toBe(401);
});

test('the loading toast is hidden while the verification sheet is open', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  await visit(page, '/stay/room/RM-SUNSET22');
  await tap(page, 'stay');
  await expect(page.getByText('One moment…')).toBeHidden();
});

test('on a wide screen the useful numbers are clear below both columns of one’s own stay, which end near each other', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await prove(page);
  await visit(page, '/stay/room/RM-SUNSET22');
  // Which category is open goes by the hour, and each has another length.
  await page.locator('#services details').evaluateAll((categories) => {
    for (const [index, category] of categories.entries()) {
      category.toggleAttribute('open', index === 0);
    }
  });
  const bottoms: number[] = [];
  for (const id of ['wifi', 'around']) {
    const box = await page.locator(`#${id}`).boundingBox();
    bottoms.push(box === null ? Number.NaN : box.y + box.height);
  }
  const numbers = await page.getByRole('region', { name: 'Useful numbers' }).boundingBox();
  expect(numbers?.y).toBeGreaterThanOrEqual(Math.max(...bottoms) + 16);
  expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThan(250);
});

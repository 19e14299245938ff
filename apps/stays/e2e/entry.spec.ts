import { expect } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { Desk } from './desk';
import { BookingScreen, HomeScreen } from './entry-screens';
import { isHydrated } from './is-hydrated';
import { product } from './product';
import { readQr } from './read-qr';
import { test } from './test-with-own-address';

for (const [kind, typed, address] of [
  ['a room code', 'rm sunset22', '/stay/room/RM-SUNSET22'],
  ['a booking code', 'bk-resrt2', '/stay/BK-RESRT2'],
  ['an access code', 'wake-up23', '/session/WAKE-UP23'],
  ['an old payload', '{"room_code":"RM-BEACH234","access_code":"WAKE-UP23"}', '/session/WAKE-UP23'],
  ['the address of another host', 'https://evil.example/stay/BK-RESRT2', '/stay/BK-RESRT2'],
] as const) {
  test(`the field on the home page takes ${kind}`, async ({ page }) => {
    const home = new HomeScreen(page);
    await home.visit();
    await home.type(typed);
    await expect(page).toHaveURL(`${product.staysUrl}${address}`);
  });
}

test('what is typed on the home page and is no code comes back to the field with the reason', async ({
  page,
}) => {
  const home = new HomeScreen(page);
  await home.visit();
  expect(await findViolations(page)).toEqual([]);
  await home.type('RM-SUNSET20');
  await expect(home.code).toHaveValue('RM-SUNSET20');
  await expect(page.getByText('“0” is in none of our codes')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('a room’s readable name opens it where the owner lets it, by the field and by the address', async ({
  page,
}) => {
  const home = new HomeScreen(page);
  const desk = await Desk.signIn('owner@example.com');
  await home.visit();
  await home.type('BVA-A1');
  await expect(page).toHaveURL(`${product.staysUrl}/stay/room/BVA-A1`);
  await expect(page.getByRole('heading', { name: 'Beach View' })).toHaveCount(0);
  await desk.changeSetting('beach-view', 'readable_room_links', true);
  await home.visit();
  await home.type(' bva-a1');
  await expect(page).toHaveURL(`${product.staysUrl}/stay/room/RM-BEACH234`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beach View');
  await page.goto(`${product.staysUrl}/stay/room/BVA-A1`);
  await expect(page).toHaveURL(`${product.staysUrl}/stay/room/RM-BEACH234`);
  await desk.changeSetting('beach-view', 'readable_room_links', false);
  expect((await page.goto(`${product.staysUrl}/stay/room/BVA-A1`))?.status()).toBe(400);
});

test('a booking’s code that is written like a room’s readable name opens the booking', async ({ page }) => {
  const home = new HomeScreen(page);
  await home.visit();
  await home.type('RES-RT2');
  await expect(page).toHaveURL(`${product.staysUrl}/stay/BK-RESRT2`);
});

test('the booking link asks for the name, forgives how it is written, and shows the stay', async ({
  page,
}) => {
  const booking = new BookingScreen(page);
  expect((await booking.follow('BK-BED222'))?.status()).toBe(200);
  expect(await findViolations(page)).toEqual([]);
  await booking.enter('Nobody');
  await expect(page.getByText('Code and name do not belong to a stay')).toBeVisible();
  await expect(booking.lastName).toHaveValue('Nobody');
  expect(page.url()).toBe(`${product.staysUrl}/stay/BK-BED222`);
  expect(await findViolations(page)).toEqual([]);
  await booking.enter('obrien');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aoife');
  await expect(page.getByText('4 nights')).toBeVisible();
  expect(page.url()).toBe(`${product.staysUrl}/stay/BK-BED222`);
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aoife');
});

test('the page of a booking that does not exist says the same as after a wrong name', async ({ page }) => {
  const booking = new BookingScreen(page);
  expect((await booking.follow('BK-ZZZZZZ'))?.status()).toBe(200);
  await booking.enter('Nobody');
  await expect(page.getByText('Code and name do not belong to a stay')).toBeVisible();
});

test('home page and booking link work without script', async ({ openBrowser }) => {
  const context = await openBrowser({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const home = new HomeScreen(page);
  await home.visit();
  await expect(home.scanButton).toBeHidden();
  await home.type('bed333');
  const booking = new BookingScreen(page);
  await booking.enter('Berg');
  await expect(page.getByText('Code and name do not belong to a stay')).toBeVisible();
  await booking.enter('Van der Berg');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pieter');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await booking.follow('BK-BED333');
  await expect(booking.lastName).toBeVisible();
});

test('an access code opens its room at once, says until when, and signing out closes it', async ({
  page,
}) => {
  const response = await page.goto(`${product.staysUrl}/session/WAKE-UP23`);
  expect(response?.status()).toBe(200);
  await expect(page.getByText('WAKE-UP23')).toBeVisible();
  await expect(page.getByText('Valid until')).toBeVisible();
  await page.getByText('QR for another device').last().click();
  const qr = page.getByRole('img', { name: 'QR code that opens this stay' });
  expect(await readQr(qr)).toBe(`${product.staysUrl}/session/WAKE-UP23`);
  expect(await findViolations(page)).toEqual([]);
  const session = await page.request.get(`${product.staysUrl}/api/stay/session`);
  expect(await session.json()).toMatchObject({ accessTier: 'full', bookingCode: null });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect((await page.request.get(`${product.staysUrl}/api/stay/session`)).status()).toBe(401);
});

test('a link on another site to an access code asks first, in any language, and one tap opens the stay', async ({
  page,
}) => {
  const readTier = async () => {
    const session = await page.request.get(`${product.staysUrl}/api/stay/session`);
    return session.status() === 200 ? (await session.json()).accessTier : null;
  };
  const link = `<a href="${product.staysUrl}/open?code=WAKE-UP23">a cheap holiday</a>`;
  await page.route('https://elsewhere.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: link }),
  );
  await page.goto('https://elsewhere.test/');
  await page.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open your stay here?');
  expect(await readTier()).toBe(null);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aufenthalt hier öffnen?');
  expect(await readTier()).toBe(null);
  await page.getByRole('link', { name: 'Meinen Aufenthalt öffnen' }).click();
  await expect(page.getByText('WAKE-UP23')).toBeVisible();
  expect(await readTier()).toBe('full');
});

test('an unknown access code is refused, with a link to the room whose code it is', async ({ page }) => {
  const response = await page.goto(`${product.staysUrl}/session/SUNS-ET22`);
  expect(response?.status()).toBe(404);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open room RM-SUNSET22' }).click();
  await expect(page.getByText('Sunset 203', { exact: true })).toBeVisible();
});

test('a room’s code at a booking’s address leads to the room’s page, and a mistyped code to its correction', async ({
  page,
}) => {
  await page.goto(`${product.staysUrl}/stay/RM-SUNSET22`);
  await expect(page).toHaveURL(`${product.staysUrl}/stay/room/RM-SUNSET22`);
  const response = await page.goto(`${product.staysUrl}/stay/BK-GUEST0`);
  expect(response?.status()).toBe(400);
  await expect(page.getByLabel('Your code')).toHaveValue('BK-GUEST0');
  expect(await findViolations(page)).toEqual([]);
});

test('without a camera the scanner says so, and points to the field for the code', async ({ page }) => {
  const home = new HomeScreen(page);
  await home.visit();
  await home.scanButton.click();
  await expect(home.scanner.getByRole('status')).toContainText('type the code instead');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(home.scanner).toBeHidden();
  await expect(home.scanButton).toBeFocused();
});

test('a scanner whose script cannot be fetched says so, the field stays, and another tap opens it later', async ({
  page,
  context,
}) => {
  const home = new HomeScreen(page);
  await home.visit();
  await page.waitForFunction(isHydrated);
  await context.setOffline(true);
  await home.scanButton.click();
  await expect(page.getByText('The scanner could not be loaded')).toBeVisible();
  await expect(home.code).toBeVisible();
  await context.setOffline(false);
  await expect(home.scanner).toHaveCount(0);
  await home.scanButton.click();
  await expect(home.scanner).toBeVisible();
});

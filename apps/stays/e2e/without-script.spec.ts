import { expect, type Page } from '@playwright/test';
import { BookingScreen } from './entry-screens';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

test.use({ javaScriptEnabled: false });

test('without script a room is read in any language, and what needs script is not offered', async ({
  page,
}) => {
  await new RoomScreen(page).scan('RM-DRM23456');
  await expect(new RoomScreen(page).password).toHaveText('sweetdreams41');
  await expect(page.getByText('need JavaScript')).toBeVisible();
  for (const button of await page.locator('[data-action]').all()) {
    await expect(button).toBeHidden();
  }
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(/RM-DRM23456$/);
  await expect(page.getByText('brauchen JavaScript')).toBeVisible();
  await page.getByRole('link', { name: 'Aufenthalt mit einem Buchungscode öffnen' }).click();
  await expect(page).toHaveURL(`${product.staysUrl}/`);
});

test('without script the stay is proved by a form on the room’s page, and nothing is promised that needs script', async ({
  page,
}) => {
  const room = new RoomScreen(page);
  await room.scan('RM-SUNSET22');
  await expect(page.getByText('Confirm it once, and you can order')).toBeHidden();
  await expect(page.getByText('Choose whatever you like')).toBeHidden();
  await page.getByLabel('Last name').fill('Somebody Else');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByText('This does not match a stay here')).toBeVisible();
  await expect(page.getByLabel('Last name')).toHaveValue('Somebody Else');
  await expect(room.password).toBeVisible();
  await page.reload();
  await expect(page.getByText('This does not match a stay here')).toHaveCount(0);
  await page.getByLabel('Last name').fill('Johnson');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(room.heading).toContainText('Sarah');
  await expect(page.getByText('BK-GUEST2')).toBeVisible();
});

test('without script a room that asks nothing, or is empty, shows no card that leads nowhere', async ({
  page,
}) => {
  for (const code of ['RM-BEACH234', 'RM-EMPTY234']) {
    await new RoomScreen(page).scan(code);
    await expect(page.getByRole('heading', { name: /Is this your stay|No stay in this room/ })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Open my stay with a booking code' })).toBeVisible();
  }
});

test('without script a form that is refused before it is read gets a page with a link back', async ({
  page,
}) => {
  const booking = new BookingScreen(page);
  await booking.follow('BK-BED222');
  await booking.lastName.fill('O’Brien');
  await sendFormFrom(page, 'https://elsewhere.example');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('That did not go through');
  await page.unrouteAll();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(booking.lastName).toBeVisible();
  expect(page.url()).toBe(`${product.staysUrl}/stay/BK-BED222`);
});

async function sendFormFrom(page: Page, origin: string): Promise<void> {
  await page.route('**/enter', async (route) => {
    const headers = { ...route.request().headers(), origin, 'sec-fetch-site': 'cross-site' };
    await route.fulfill({ response: await route.fetch({ headers, maxRedirects: 0 }) });
  });
}

for (const [error, status, heading] of [
  ['rate_limited', 429, 'Let’s take a short break'],
  ['unavailable', 503, 'We can’t reach the house right now'],
  ['internal', 500, 'Something went wrong on our side'],
] as const) {
  test(`without script the page after a form was refused as ${error} says why`, async ({ page }) => {
    const query = new URLSearchParams({ error, retryAfterSeconds: '40', path: '/stay/BK-BED222' });
    const response = await page.goto(`${product.staysUrl}/open/refused?${query}`);
    expect(response?.status()).toBe(status);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page).toHaveURL(`${product.staysUrl}/stay/BK-BED222`);
  });
}

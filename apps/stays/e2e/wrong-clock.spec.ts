import { expect } from '@playwright/test';
import { goOffline } from './go-offline';
import { makeNote, OrderScreen } from './order-screen';
import { PropertyPageScreen } from './property-page-screen';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

const day = 86_400_000;

for (const [phone, offset] of [
  ['years early', -9 * 365 * day],
  ['years late', 9 * 365 * day],
  ['a day late', day],
] as const) {
  test(`on a phone whose clock is ${phone} a guest reads the page, proves the stay and orders`, async ({
    page,
  }) => {
    await page.clock.install({ time: Date.now() + offset });
    const [screen, note] = [new OrderScreen(page), makeNote()];
    await screen.open('RM-DRM23456');
    await expect(new RoomScreen(page).password).toHaveText('sweetdreams41');
    await screen.add('Padlock');
    await screen.bar.click();
    await screen.note.fill(note);
    await screen.placeButton.click();
    await screen.answer('O’Brien');
    const order = screen.order(note);
    await expect(order.locator('[aria-current=step]')).toHaveText('Sent');
    // For an order of today, by the property's calendar, the page shows the time of day without a date.
    await expect(order.locator('time')).toHaveText(/^Ordered \d{1,2}:\d{2}\s[AP]M$/);
    await order.getByRole('button', { name: 'Cancel the order' }).click();
    await order.getByRole('button', { name: 'Yes, cancel it' }).click();
    await expect(order.getByRole('heading')).toContainText('Cancelled');
    await page.reload();
    await expect(page.locator('h1')).toContainText('Aoife');
    await expect(page.getByText('Your session has ended')).toHaveCount(0);
  });
}

test('nights are chosen by the property’s calendar, not by the phone’s', async ({ page }) => {
  await page.clock.install({ time: Date.now() + 9 * 365 * day });
  const propertyPage = new PropertyPageScreen(page);
  await propertyPage.open('palm-resort');
  await propertyPage.search(0, 2);
  await expect(page.getByText('· 2 nights ·')).toBeVisible();
});

test.describe('with the service worker that saves pages', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the page saved for offline tells its age by the time that passed, not by the phone’s calendar', async ({
    page,
    context,
  }) => {
    await new RoomScreen(page).scan('RM-SUNSET22');
    const hasCopy = () => page.evaluate(async () => Boolean(await caches.match('/stay/room/RM-SUNSET22')));
    await expect.poll(hasCopy).toBe(true);
    // Give the copy the headers it would have if it was saved yesterday by a phone whose clock is nine years behind.
    await page.evaluate(async (oneDay) => {
      const name = (await caches.keys()).find((key) => key.startsWith('stay-page')) ?? '';
      const cache = await caches.open(name);
      const copy = await cache.match('/stay/room/RM-SUNSET22');
      const headers = new Headers(copy?.headers);
      const ahead = 9 * 365 * oneDay;
      headers.set('Date', new Date(Date.now() + ahead - oneDay).toUTCString());
      headers.set('X-Stay-Until', new Date(Date.now() + ahead + oneDay).toISOString());
      headers.set('X-Kept-At', String(Date.now() - oneDay));
      await cache.put('/stay/room/RM-SUNSET22', new Response(await copy?.text(), { headers }));
    }, day);
    await goOffline(page, context);
    await page.reload();
    await expect(page.getByText(/Saved copy from .* yesterday/)).toBeVisible();
    await expect(new RoomScreen(page).password).toHaveText('lantern-tide-42');
  });
});

import { expect } from '@playwright/test';
import { Desk } from './desk';
import { BookingScreen } from './entry-screens';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

/** What a phone does when its owner comes back to the page. */
function comeBack(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}

test('before the first day a guest reads when and how to come, and the page opens by itself when the desk checks them in', async ({
  page,
}) => {
  const desk = await Desk.signIn('owner@example.com');
  const room = await desk.addRoom('palm-resort', `Early ${crypto.randomUUID().slice(0, 6)}`);
  const { id, bookingCode } = await desk.book(room.id, 12, 15);
  const booking = new BookingScreen(page);
  await booking.follow(bookingCode);
  await booking.enter('lan');
  await expect(page.getByRole('heading', { name: 'Your stay begins' })).toBeVisible();
  await expect(page.getByText(/^in 1[123] days$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Show on the map' })).toHaveAttribute('href', /Palm\+Springs/);
  await expect(page.getByRole('link', { name: /Call/ })).toHaveAttribute('href', 'tel:+17605550112');
  const html = await page.content();
  for (const secret of [room.id, room.code, 'shade&amp;water1', 'shade&water1']) {
    expect(html).not.toContain(secret);
  }

  await page.evaluate(comeBack);
  await expect(page.getByRole('heading', { name: 'Your stay begins' })).toBeVisible();
  await desk.checkIn(id);
  await page.evaluate(comeBack);
  await expect(new RoomScreen(page).password).toHaveText('shade&water1');
  await expect(page.getByRole('button', { name: 'Report a problem' }).first()).toBeVisible();

  // The session knows the room now, so its QR opens the guest's own page.
  await new RoomScreen(page).scan(room.code);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mai');
});

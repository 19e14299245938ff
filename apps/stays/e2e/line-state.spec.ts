import { expect, type Page } from '@playwright/test';
import { watchShifts } from './layout-shifts';
import { makeNote, OrderScreen } from './order-screen';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';
import { UnreliableProxy } from './unreliable-proxy';

const strip = (page: Page) =>
  page.getByText('No connection. This page stays readable.').locator('visible=true');

test('a live page says at once that the line is gone and that it is back, and nothing on it moves', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.add('Local lager');
  await expect(screen.bar).toContainText('₫');
  const readShifts = await watchShifts(page);
  await context.setOffline(true);
  await expect(strip(page).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call the desk' }).first()).toHaveAttribute('href', /^tel:/);
  await expect(page.getByRole('status').filter({ hasText: 'No connection' })).toHaveCount(1);
  await expect(screen.bar).toContainText('Kept until you are online');
  await expect(screen.bar).toContainText('1 item');
  await context.setOffline(false);
  await expect(strip(page)).toHaveCount(0);
  await expect(screen.bar).not.toContainText('Kept');
  await expect(page.getByRole('status').filter({ hasText: 'You are online again' })).toHaveCount(1);
  expect(await readShifts()).toBe(0);
});

test('on a WiFi that leads nowhere the strip comes with the first request that gets no response, and goes by itself', async ({
  page,
}) => {
  const proxy = new UnreliableProxy();
  const url = await proxy.start();
  const screen = new OrderScreen(page);
  try {
    await new RoomScreen(page).scan('RM-DRM23456', url);
    await screen.add('Padlock');
    await screen.bar.click();
    await screen.note.fill(makeNote());
    await expect(screen.cart.getByText('€').first()).toBeVisible();
    proxy.setMode('hanging');
    expect(await page.evaluate(() => navigator.onLine)).toBe(true);
    await screen.placeButton.click();
    await expect(screen.cart.getByText('No connection. Nothing is lost.')).toBeVisible();
    proxy.setMode('forwarding');
    await expect(screen.cart.getByText('No connection. Nothing is lost.')).toHaveCount(0);
  } finally {
    proxy.stop();
  }
});

test('an order that met no connection is offered again in the open cart as soon as the line is back', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  const note = makeNote();
  await screen.open('RM-DRM23456');
  await screen.add('Padlock');
  await screen.bar.click();
  await screen.note.fill(note);
  await context.setOffline(true);
  await screen.placeButton.click();
  await expect(screen.cart.getByText('Your order is kept on this phone.')).toBeVisible();
  await context.setOffline(false);
  await expect(screen.cart.getByText('Send your order now?')).toBeVisible();
  await expect(screen.cart.getByText('No connection', { exact: true })).toHaveCount(0);
  await expect(screen.cart.getByText('Nothing is lost')).toHaveCount(0);
  await screen.cart.getByRole('button', { name: 'Send now' }).click();
  await screen.answer('van der Berg');
  await expect(screen.order(note)).toHaveCount(1);
});

test('without a connection the orders say how old they are, with the number of the desk, and are read anew after it', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  const note = makeNote();
  await screen.open('RM-DRM23456');
  await screen.add('Padlock');
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.click();
  // Not the guest of the test before this one, which may order at the same time.
  await screen.answer('O’Brien');
  await expect(screen.order(note)).toBeVisible();
  // The page under the sheet has been rendered anew for the verified guest.
  await expect(page.locator('#stay')).toBeVisible();
  const readShifts = await watchShifts(page);
  await context.setOffline(true);
  await expect(screen.orders.getByText('This is how it was 1 minute ago.')).toBeVisible();
  await expect(screen.orders.getByRole('link', { name: /Call the desk/ })).toBeVisible();
  const refreshed = page.waitForResponse(/\/orders$/);
  await context.setOffline(false);
  await refreshed;
  await expect(screen.orders.getByText('This is how it was')).toHaveCount(0);
  expect(await readShifts()).toBe(0);
});

import { expect } from '@playwright/test';
import { Desk } from './desk';
import { holdSessionQuestions } from './hold-session-questions';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

// Beach View asks for no proof: whoever is in the room opens its stay.

test('where nothing is asked the page says who sees the stay, and promises no proof', async ({ page }) => {
  await new OrderScreen(page).open('RM-BEACH234');
  await expect(page.getByText('small proof')).toHaveCount(0);
  await expect(page.getByText('No proof is asked for here. Whoever is in the room can')).toBeVisible();
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByText('whoever opens this room’s page sees this stay')).toBeVisible();
});

test('where nothing is asked a lost session is entered again without a question', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-BEACH234');
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByRole('button', { name: 'My orders' })).toBeVisible();
  await holdSessionQuestions(page);
  for (const lose of [() => context.clearCookies({ name: 'gudbro_guest' }), () => context.clearCookies()]) {
    await lose();
    const proved = page.waitForResponse(/\/verify$/);
    await page.getByRole('button', { name: 'My orders' }).click();
    expect((await proved).status()).toBe(200);
    await expect(
      screen.orders.getByText('What you ordered').or(screen.orders.getByText('You have not ordered')).first(),
    ).toBeVisible();
    await expect(page.getByRole('dialog', { name: /Is it you|Welcome back/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  }
});

test('a guest whose stay is over does not act for the next one in the room', async ({ page, context }) => {
  const desk = await Desk.signIn('owner@example.com');
  const room = await desk.addRoom('beach-view', `B${crypto.randomUUID().slice(0, 6)}`);
  const first = await desk.book(room.id, -1, 2);
  await desk.checkIn(first.id);
  const screen = new OrderScreen(page);
  await screen.open(room.code);
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(page.getByText(first.bookingCode)).toBeVisible();
  await desk.checkOut(first.id);
  const next = await desk.book(room.id, -1, 3);
  await holdSessionQuestions(page);
  await context.clearCookies({ name: 'gudbro_guest' });
  await page.getByRole('button', { name: 'My orders' }).click();
  await expect(page.getByRole('dialog', { name: 'Welcome back' })).toBeVisible();
  expect((await page.request.get(`${product.staysUrl}/api/stay/session`)).status()).toBe(401);
  await expect(page.getByText(next.bookingCode)).toHaveCount(0);
  await expect(new RoomScreen(page).heading).toBeVisible();
});

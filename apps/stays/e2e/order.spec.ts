import { expect } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { makeNote, OrderScreen } from './order-screen';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

// One of these tests opens the page again without a connection, from the copy that the service worker saved.
test.use({ serviceWorkers: 'allow' });

test('a guest fills the cart, proves who they are in place, and the order goes through', async ({ page }) => {
  const note = makeNote();
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-SUNSET22');
  await screen.add('Local lager');
  await screen.add('Night noodles with egg');
  await expect(screen.bar).toContainText('2 items');
  await expect(screen.bar).toContainText('₫70,000');
  expect(await findViolations(page)).toEqual([]);

  await screen.bar.click();
  await screen.line('Local lager').getByRole('button', { name: 'One more: Local lager' }).click();
  await expect(screen.cart.getByText('₫100,000')).toBeVisible();
  await screen.note.fill(note);
  expect(await findViolations(page)).toEqual([]);

  await screen.placeButton.click();
  expect(await findViolations(page)).toEqual([]);
  await screen.answer('Johnson');
  const order = screen.order(note);
  await expect(order.getByText('Sent')).toHaveCount(1);
  await expect(order.locator('[aria-current=step]')).toHaveText('Sent');
  await expect(order.getByRole('row', { name: /2 × Local lager/ })).toContainText('₫60,000');
  expect(await findViolations(page)).toEqual([]);

  await order.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(order.getByRole('button', { name: 'No, keep it' })).toBeFocused();
  await order.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(order.getByRole('heading')).toContainText('Cancelled');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'My orders' })).toBeFocused();
  await expect(screen.bar).toHaveCount(0);
});

test('the cart survives a reload, is shared with another tab, and is emptied line by line', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-SUNSET22');
  await screen.add('Sliced mango');
  await screen.add('Fresh coconut');
  await expect(screen.bar).toContainText('2 items');
  await page.reload();
  await expect(screen.bar).toContainText('2 items');

  const otherTab = new OrderScreen(await context.newPage());
  await new RoomScreen(otherTab.page).scan('RM-SUNSET22');
  await expect(otherTab.bar).toContainText('2 items');
  await otherTab.add('Fresh coconut');
  await expect(screen.bar).toContainText('3 items');

  await screen.bar.click();
  await screen.line('Sliced mango').getByRole('button', { name: 'Remove Sliced mango' }).click();
  await screen.line('Fresh coconut').getByRole('button', { name: 'One less: Fresh coconut' }).click();
  await screen.line('Fresh coconut').getByRole('button', { name: 'Remove Fresh coconut' }).click();
  await expect(screen.cart.getByText('Your cart is empty.')).toBeVisible();
  await expect(otherTab.bar).toHaveCount(0);
});

test('where no proof is asked for, an order goes through by keyboard alone, and pressing twice places it once', async ({
  page,
}) => {
  const note = makeNote();
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-BEACH234');
  await (await screen.findAdd('Fruit basket')).focus();
  await page.keyboard.press('Enter');
  await expect(screen.bar).toContainText('1 item');
  await screen.bar.focus();
  await page.keyboard.press('Enter');
  // While the prices are read, Tab passes over it.
  await expect(screen.placeButton).toBeEnabled();
  await screen.note.focus();
  await page.keyboard.type(note);
  await page.keyboard.press('Tab');
  await expect(screen.placeButton).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(screen.status(note)).toHaveText('Sent');
  await expect(screen.verification).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'My orders' }).press('Enter');
  await expect(screen.order(note)).toHaveCount(1);
});

test('an order placed without a connection waits for the next visit, and is sent once the guest says so', async ({
  page,
  context,
}) => {
  const note = makeNote();
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-DRM23456');
  await screen.add('Cheese toastie');
  await screen.bar.click();
  await screen.note.fill(note);
  await expect(screen.cart.getByText('€3.50').first()).toBeVisible();
  await context.setOffline(true);
  await screen.placeButton.click();
  await expect(screen.cart.getByText('Your order is kept on this phone.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(screen.bar).toContainText('Kept until you are online');

  await context.setOffline(false);
  await expect(screen.bar).toContainText('Send your order now?');
  await page.close();
  // The next visit to the page offers to send the order as well.
  const later = new OrderScreen(await context.newPage());
  await new RoomScreen(later.page).scan('RM-DRM23456');
  await later.bar.click();
  await expect(later.note).toHaveValue(note);
  await later.cart.getByRole('button', { name: 'Send now' }).click();
  await later.answer('O’Brien');
  await expect(later.order(note)).toHaveCount(1);
  await expect(later.status(note)).toHaveText('Sent');
});

test('an order whose response was lost is placed once', async ({ page }) => {
  const note = makeNote();
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-DRM23456');
  await screen.add('Padlock');
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.click();
  await expect(screen.verification).toBeVisible();
  // The order is saved, but its response does not arrive.
  await page.route('**/orders', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await screen.answer('van der Berg');
  const again = screen.cart.getByRole('button', { name: 'Send now' });
  await expect(again).toBeVisible();
  await page.unroute('**/orders');
  await again.click();
  await expect(screen.order(note)).toHaveCount(1);
  await page.reload();
  await page.getByRole('button', { name: 'My orders' }).click();
  await expect(screen.order(note)).toHaveCount(1);
});

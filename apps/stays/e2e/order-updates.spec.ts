import { expect, type Page } from '@playwright/test';
import { Desk } from './desk';
import { makeNote, OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

/** Moves the page's clock on by the three seconds within which a step of the desk must be seen. */
async function runNextPoll(page: Page): Promise<void> {
  await page.clock.runFor(3_000);
}

async function placeOrder(
  page: Page,
  path: string,
  item: string,
): Promise<{ screen: OrderScreen; note: string }> {
  const [screen, note] = [new OrderScreen(page), makeNote()];
  await page.clock.install();
  await page.goto(`${product.staysUrl}${path}`);
  await screen.add(item);
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.click();
  await expect(screen.status(note)).toHaveText('Sent');
  return { screen, note };
}

test('each step the desk takes with an order appears in the open page', async ({ page }) => {
  const { screen, note } = await placeOrder(page, '/stay/room/RM-BEACH234', 'Fruit basket');
  const desk = await Desk.signIn('owner@example.com');
  for (const [status, label] of [
    ['confirmed', 'Confirmed'],
    ['preparing', 'Being prepared'],
    ['delivered', 'Delivered'],
  ] as const) {
    await desk.setOrderStatus(note, status);
    await runNextPoll(page);
    await expect(screen.status(note)).toHaveText(label);
    await expect(screen.orders.getByRole('status').filter({ hasText: `: ${label}.` })).toHaveCount(1);
  }
  await expect(screen.order(note).getByRole('button', { name: 'Cancel the order' })).toHaveCount(0);
});

test('a rejected order shows its reason, and orders are polled by tag and not in a hidden tab', async ({
  page,
}) => {
  const { screen, note } = await placeOrder(page, '/session/WAKE-UP23', 'Wash and fold, per kilo');
  const polls = await watchPolls(page);
  await expect
    .poll(async () => {
      await runNextPoll(page);
      return polls.statuses;
    })
    .toContain(304);

  await setVisibility(page, 'hidden');
  // A poll that began while the page was visible is sent meanwhile.
  await runNextPoll(page);
  const desk = await Desk.signIn('owner@example.com');
  const pollsWhileVisible = polls.count();
  await desk.setOrderStatus(note, 'rejected', 'The market was closed today.');
  await runNextPoll(page);
  await runNextPoll(page);
  expect(polls.count()).toBe(pollsWhileVisible);
  await setVisibility(page, 'visible');
  await expect(screen.status(note)).toHaveText('Declined');
  await expect(screen.order(note)).toContainText('From the desk: The market was closed today.');
});

/**
 * Counts the polls of the page and collects the status of each response. The statuses come from the browser's network log,
 * because the page itself sees 200 where the server sent 304.
 */
async function watchPolls(page: Page): Promise<{ statuses: readonly number[]; count: () => number }> {
  const [statuses, polls] = [[] as number[], new Set<string>()];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.endsWith('/orders')) {
      polls.add(requestId);
    }
  });
  devtools.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (polls.has(requestId)) {
      statuses.push(statusCode);
    }
  });
  return { statuses, count: () => polls.size };
}

/** In a headless browser every page is visible, so this sets what the page reads and sends the event it listens to. */
async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}

test('before an order is placed a changed price is confirmed, and a sold-out item is named and taken out', async ({
  page,
}) => {
  const desk = await Desk.signIn('owner@example.com');
  await desk.changeItem('Baby cot for the stay', { price: 100_000 });
  await desk.changeItem('Child seat for the bicycle', { is_sold_out: false });
  const [screen, note] = [new OrderScreen(page), makeNote()];
  await new RoomScreen(page).scan('RM-BEACH234');
  await screen.add('Baby cot for the stay');
  await screen.add('Child seat for the bicycle');
  await screen.bar.click();
  await screen.note.fill(note);
  await expect(screen.cart.getByText('₫150,000')).toBeVisible();
  await desk.changeItem('Baby cot for the stay', { price: 120_000 });
  await screen.placeButton.click();
  await expect(screen.cart.getByRole('alert')).toContainText('The price has changed');
  // Wait until the cart shows the new price: the catalogue is loaded again by then, and the next change comes after it.
  await expect(screen.line('Baby cot for the stay')).toContainText('₫120,000');
  await desk.changeItem('Child seat for the bicycle', { is_sold_out: true });
  await screen.cart.getByRole('button', { name: /^Order for/ }).click();
  await expect(screen.cart.getByRole('alert')).toContainText('Child seat for the bicycle: sold out');
  await screen.cart.getByRole('button', { name: 'Keep what is available' }).click();
  await expect(screen.line('Child seat for the bicycle')).toHaveCount(0);
  await expect(screen.note).toHaveValue(note);
  await screen.placeButton.click();
  await expect(screen.order(note).getByRole('row', { name: /Baby cot for the stay/ })).toContainText(
    '₫120,000',
  );
});

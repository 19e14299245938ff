import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { OrderScreen } from '../../stays/e2e/order-screen';
import { holdUndo } from './hold-undo';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';
import { withoutNews } from './without-news';

/** Orders from a phone in room 204 of Sunset Hotel, with a note that no other order has. Returns the order as its guest sees it. */
async function orderAsGuest(guest: BrowserContext, item: string) {
  const page = await guest.newPage();
  await page.goto(`${product.staysUrl}/session/WAKE-UP23`);
  const note = `Leave it at the door, ${crypto.randomUUID().slice(0, 8)}`;
  const screen = new OrderScreen(page);
  await screen.add(item);
  await screen.bar.click();
  const { cart } = screen;
  await cart.getByLabel('Note').fill(note);
  const place = cart.getByRole('button', { name: 'Place order' });
  const orders = page.getByRole('dialog', { name: 'Your orders' });
  const order = orders.getByRole('listitem').filter({ hasText: note });
  // All of these journeys order for one stay, which is asked to wait where they are fast.
  await expect(async () => {
    if (await place.isVisible()) {
      await place.click();
    }
    await expect(order).toBeVisible({ timeout: 10_000 });
  }).toPass({ intervals: [5_000] });
  await expectStatus(order, 'Sent');
  return { note, order };
}

async function expectStatus(order: Locator, status: string): Promise<void> {
  await expect(order.locator('[aria-current=step], h3 span')).toHaveText(status);
}

async function openBoard(page: Page, path = 'orders'): Promise<void> {
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/${path}`);
  await expect(page.getByRole('region', { name: /^New/ })).toBeVisible();
  // A page that is loaded anew has no such mark.
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
}

const isSamePage = (page: Page) => page.evaluate(() => 'isSamePage' in window);
const column = (page: Page, name: RegExp) => page.getByRole('region', { name });
const card = (place: Page | Locator, note: string) => place.getByRole('article').filter({ hasText: note });

test('an order of a guest appears on the board, and each step of the desk on the guest’s page', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('manager@example.com');
  await openBoard(page);
  const guest = await openPhone(browser);
  const { note, order } = await orderAsGuest(guest, 'Fresh coconut');

  await expect(card(column(page, /^New/), note)).toBeVisible();
  await expect(card(page, note)).toContainText(/1 ×\s*Fresh coconut/);
  await expect(page.getByRole('link', { name: /Orders.*wait/ }).first()).toBeVisible();
  await expect(page).toHaveTitle(/^\(\d+\) Orders/);

  const readIcons = () =>
    page
      .locator('link[rel="icon"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))]);
  await expect.poll(readIcons).toEqual(['/icon-waiting.svg']);
  expect((await page.request.get(`${product.backofficeUrl}/icon-waiting.svg`)).ok()).toBe(true);

  // By keys: the focus goes along with the order.
  await card(page, note).getByRole('button', { name: 'Confirm' }).press('Enter');
  await expect(card(column(page, /^Confirmed/), note)).toBeFocused();
  await holdUndo(page);
  await expectStatus(order, 'Confirmed');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(card(column(page, /^New/), note)).toBeVisible();
  await expectStatus(order, 'Sent');

  for (const [button, region, status] of [
    ['Confirm', /^Confirmed/, 'Confirmed'],
    ['Start preparing', /^Being prepared/, 'Being prepared'],
    ['Delivered', /^Done/, 'Delivered'],
  ] as const) {
    await card(page, note).getByRole('button', { name: button }).click();
    await expect(card(column(page, region), note)).toBeVisible();
    await expectStatus(order, status);
  }
  expect(await isSamePage(page)).toBe(true);
  expect(await findViolations(page)).toEqual([]);

  await card(page, note).getByRole('link').click();
  await page.getByRole('link', { name: 'History of this order' }).click();
  const steps = page.getByRole('main').getByRole('listitem');
  // Placed, confirmed, undone, and the three steps.
  await expect(steps).toHaveCount(6);
  await expect(steps.first()).toContainText('Order, room 204');
  await guest.close();
});

test('an order that comes while the board is loaded is on it, although nothing changes afterwards', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('manager@example.com');
  const guest = await openPhone(browser);
  // No question is answered until the order is there: the board was rendered without it.
  let isHeld = true;
  let questions = 0;
  await page.route('**/pulse', async (route) => {
    questions += 1;
    if (!isHeld) {
      await route.continue();
    }
  });
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/orders`);
  await expect.poll(() => questions).toBeGreaterThan(0);
  const { note } = await orderAsGuest(guest, 'Fresh coconut');
  await expect(card(page, note)).toHaveCount(0);
  isHeld = false;
  await expect(card(page, note)).toBeVisible();
  await guest.close();
});

test('Today has a new order until somebody takes it, which is one tap there', async ({ page, browser }) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/today`);
  const guest = await openPhone(browser);
  // So many that the last one is in the fold, whatever waits there already.
  for (let before = 0; before < 5; before += 1) {
    await orderAsGuest(guest, 'Fresh coconut');
  }
  const { order } = await orderAsGuest(guest, 'Fresh coconut');
  const number = /#\d+/.exec((await order.textContent()) ?? '')?.[0] ?? '';
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(number, { exact: true }) });
  const fold = page.getByText(/^\d+ more new orders$/);
  await expect(fold).toBeVisible();
  await expect(row).toHaveCount(0);
  await fold.click();
  await expect(row).toContainText('Order, room 204');
  expect(await findViolations(page)).toEqual([]);
  await row.getByRole('button', { name: 'Confirm' }).click();
  await expect(row).toHaveCount(0);
  await holdUndo(page);
  await expectStatus(order, 'Confirmed');
  // What was opened stays open.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await row.getByRole('link', { name: 'Order, room 204' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Order, room 204');
  await guest.close();
});

test('an order that its guest cancelled stays until the desk has seen that, and a declined one says why', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await openBoard(page);
  const guest = await openPhone(browser);
  const cancelled = await orderAsGuest(guest, 'Sliced mango');
  await expect(card(page, cancelled.note)).toBeVisible();
  await cancelled.order.getByRole('button', { name: 'Cancel the order' }).click();
  await cancelled.order.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(card(page, cancelled.note)).toContainText('The guest cancelled this order.');
  await card(page, cancelled.note).getByRole('button', { name: 'I have seen it' }).click();
  await expect(card(column(page, /^Done/), cancelled.note)).toBeVisible();

  const declined = await orderAsGuest(guest, 'Sliced mango');
  const shown = card(page, declined.note);
  await shown.getByText('Decline…').click();
  await shown.getByLabel('Why not?').fill('No mango is left');
  // What is typed survives a reload.
  await page.reload();
  await expect(shown.getByLabel('Why not?')).toHaveValue('No mango is left');
  await shown.getByRole('button', { name: 'Decline and tell the guest' }).click();
  await expect(card(column(page, /^Done/), declined.note)).toContainText('Declined: No mango is left');
  await expectStatus(declined.order, 'Declined');
  await expect(declined.order).toContainText('No mango is left');
  await guest.close();
});

test('on a dead line a step says so, and is taken when it is pressed again later', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  const guest = await openPhone(browser);
  const { note } = await orderAsGuest(guest, 'Fresh coconut');
  await withoutNews(page);
  await openBoard(page);
  await expect(card(page, note)).toBeVisible();
  await page.context().setOffline(true);
  await card(page, note).getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('No answer came')).toBeVisible();
  await expect(card(column(page, /^New/), note)).toBeVisible();
  await page.context().setOffline(false);
  await card(page, note).getByRole('button', { name: 'Confirm' }).click();
  await expect(card(column(page, /^Confirmed/), note)).toBeVisible();
  expect(await isSamePage(page)).toBe(true);
  await guest.close();
});

test('two desks press the same button: one step is taken, and the second is told', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('manager@example.com');
  await openBoard(page);
  const guest = await openPhone(browser);
  const { note } = await orderAsGuest(guest, 'Still water, 1.5 litres');
  await expect(card(page, note)).toBeVisible();
  const second = await page.context().newPage();
  await withoutNews(second);
  await openBoard(second);
  await card(page, note).getByRole('button', { name: 'Confirm' }).click();
  await expect(card(column(page, /^Confirmed/), note)).toBeVisible();
  await card(second, note).getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByRole('alert').filter({ hasText: 'somebody else has moved it on' })).toBeVisible();
  await expect(card(column(second, /^Confirmed/), note)).toBeVisible();
  await guest.close();
});

test('a new order sounds once the person has switched the sound on, in the kitchen view and on other screens too', async ({
  page,
  browser,
}) => {
  await page.addInitScript(() => {
    const { start } = OscillatorNode.prototype;
    Object.assign(window, { notes: 0 });
    OscillatorNode.prototype.start = function (...args) {
      Object.assign(window, { notes: Number(Reflect.get(window, 'notes')) + 1 });
      start.apply(this, args);
    };
  });
  const notes = () => page.evaluate(() => Number(Reflect.get(window, 'notes')));
  await new OwnerScreen(page).signIn('staff@example.com');
  await openBoard(page, 'orders/kitchen');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCount(0);
  const guest = await openPhone(browser);
  const silent = await orderAsGuest(guest, 'Local lager');
  await expect(card(page, silent.note)).toBeVisible();
  expect(await notes()).toBe(0);
  await page.getByRole('button', { name: 'Sound: off' }).click();
  await expect(page.getByRole('button', { name: 'Sound: on' })).toBeVisible();
  await expect.poll(notes).toBeGreaterThan(0);
  const before = await notes();
  const heard = await orderAsGuest(guest, 'Local lager');
  await expect(card(page, heard.note)).toBeVisible();
  await expect.poll(notes).toBeGreaterThan(before);

  // It is heard on every screen of the place.
  await page.getByRole('link', { name: 'Back to the board' }).click();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  const onToday = await notes();
  await orderAsGuest(guest, 'Local lager');
  await expect.poll(notes).toBeGreaterThan(onToday);
  // Nobody takes it, so it is heard again.
  const once = await notes();
  await expect.poll(notes).toBeGreaterThan(once + 2);
  await guest.close();
});

test('where the browser mutes the sound that is on, every screen says so until the page is touched', async ({
  page,
}) => {
  // As a browser that lets nothing sound before a touch, whatever this one allows.
  await page.addInitScript(() => {
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        void this.suspend();
      }
    };
  });
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.evaluate(() => localStorage.setItem('order-sound', 'on'));
  const notice = page.getByRole('alert').filter({ hasText: 'The browser has muted the sound' });
  for (const path of ['today', 'orders', 'orders/kitchen']) {
    await page.goto(`${product.backofficeUrl}/p/sunset-hotel/${path}`);
    await expect(notice).toHaveCount(1);
    await expect(notice).toBeInViewport({ ratio: 1 });
  }
  expect(await findViolations(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Tap to allow it' }).click();
  await expect(notice).toHaveCount(0);
});

test('the board and the kitchen view keep the screen on, and say so', async ({ page }) => {
  // A browser without a window may refuse the lock, and the test wants to know what the screen says of one.
  await page.addInitScript(() => {
    const request = async () =>
      Object.assign(new EventTarget(), { released: false, release: async () => undefined });
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await new OwnerScreen(page).signIn('staff@example.com');
  for (const path of ['orders', 'orders/kitchen']) {
    await openBoard(page, path);
    await expect(page.getByText('The screen stays on')).toBeVisible();
  }
});

test('without JavaScript the desk takes a step and declines an order', async ({ browser }) => {
  const guest = await openPhone(browser);
  const [first, second] = [
    await orderAsGuest(guest, 'Local lager'),
    await orderAsGuest(guest, 'Local lager'),
  ];
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/orders`);
  await card(page, first.note).getByRole('button', { name: 'Confirm' }).click();
  await expect(card(column(page, /^Confirmed/), first.note)).toBeVisible();
  await card(page, second.note).getByText('Decline…').click();
  await card(page, second.note).getByLabel('Why not?').fill('The bar is closed');
  await card(page, second.note).getByRole('button', { name: 'Decline and tell the guest' }).click();
  await expect(card(column(page, /^Done/), second.note)).toContainText('The bar is closed');
  await expectStatus(first.order, 'Confirmed');
  await plain.close();
  await guest.close();
});

test('a phone shows one list by status, new orders first, and the ticket has nothing but the order', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await new OwnerScreen(page).signIn('staff@example.com');
  await openBoard(page);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    /^New/,
    /^Confirmed/,
    /^Being prepared/,
    /^Done/,
  ]);
  await page.getByRole('navigation', { name: 'By status' }).getByRole('link', { name: /Done$/ }).click();
  await expect(column(page, /^Done/).getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
  expect(await isSamePage(page)).toBe(true);
  await column(page, /^Done/).getByRole('article').first().getByRole('link').click();
  await page.getByRole('link', { name: 'Ticket' }).click();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('article')).toContainText('Sunset Hotel');
});

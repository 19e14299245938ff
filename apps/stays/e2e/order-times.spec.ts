import { expect, type Page } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { Desk } from './desk';
import { watchShifts } from './layout-shifts';
import { makeNote, OrderScreen } from './order-screen';
import { test } from './test-with-own-address';

test('the cart says where the order goes, when and how it is paid, and so does the placed order', async ({
  page,
}) => {
  const [screen, note] = [new OrderScreen(page), makeNote()];
  await screen.open('RM-SUNSET22');
  await screen.add('Local lager');
  await screen.bar.click();
  const footer = screen.cart.locator('footer');
  await expect(footer).toContainText('To room 203 · about 30 min · on your room bill');
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.answer('Johnson');
  const placed = screen.orders.getByRole('status').filter({ hasText: 'We have your order' });
  await expect(placed).toContainText(/To room 203 · about (\w{3},? )?\d+:\d\d [AP]M · on your room bill/);
  await expect(screen.orders).not.toContainText('on its way to us');
  expect(await findViolations(page)).toEqual([]);
});

test('in a dorm the bed is named once the guest is known, and nothing is said that the place does not tell', async ({
  page,
}) => {
  const [screen, note] = [new OrderScreen(page), makeNote()];
  await screen.open('RM-DRM23456');
  await screen.add('Padlock');
  await screen.bar.click();
  await expect(screen.cart.locator('footer')).toContainText('To room D1 · about 15 min · paid on delivery');
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.answer('O’Brien');
  await expect(screen.orders.getByRole('status').filter({ hasText: 'We have your order' })).toContainText(
    'To room D1, bed 1 · about',
  );
});

test('a place that tells no time promises none', async ({ page }) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-BEACH234');
  await screen.add('Fruit basket');
  await screen.bar.click();
  await expect(screen.cart.locator('footer')).toContainText('To apartment A1 · paid on delivery');
});

test('breakfast is ordered the evening before, for when it is served', async ({ page }) => {
  const [screen, note] = [new OrderScreen(page), makeNote()];
  const desk = await Desk.signIn('owner@example.com');
  // Closed now, and served two hours from now for an hour, by the clock of the place.
  await desk.changeItem('Iced coffee with milk', { available_from: clockIn(2), available_to: clockIn(3) });
  await screen.open('RM-SUNSET22');
  await expect(page.locator('#services li').filter({ hasText: 'Iced coffee with milk' })).toContainText(
    'Order it for later',
  );
  await screen.add('Iced coffee with milk');
  await screen.bar.click();
  await expect(screen.cart.getByRole('alert')).toContainText('Iced coffee with milk: served');
  await expect(screen.placeButton).toBeDisabled();
  await screen.cart.getByRole('button', { name: /^Choose / }).click();
  await expect(screen.cart.getByRole('alert')).toHaveCount(0);
  await expect(screen.cart.locator(':focus')).toHaveCount(1);
  await expect(screen.cart.getByRole('radio', { name: /^Choose a time/ })).toBeChecked();
  await expect(screen.cart.locator('footer')).toContainText('To room 203 · for ');
  const times = await screen.cart.getByLabel('Time').locator('option').count();
  expect(times).toBeLessThanOrEqual(4);
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.answer('Johnson');
  await expect(screen.orders.getByRole('status').filter({ hasText: 'We have your order' })).toContainText(
    'To room 203 · for ',
  );

  await page.keyboard.press('Escape');
  await screen.add('Iced coffee with milk');
  await screen.bar.click();
  await screen.cart.getByRole('radio', { name: /^Now/ }).check();
  await expect(screen.cart.getByRole('alert')).toContainText('served');
});

test('a time that is no longer possible is refused with a word, and another one is taken', async ({
  page,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.add('Local lager');
  await expect(screen.bar).toContainText('1 item');
  await page.evaluate(() => {
    const cart = JSON.parse(localStorage.getItem('cart:RM-SUNSET22') ?? '{}');
    const wantedAt = new Date(Date.now() - 3_600_000).toISOString();
    localStorage.setItem('cart:RM-SUNSET22', JSON.stringify({ ...cart, wantedAt }));
  });
  await page.reload();
  await screen.bar.click();
  await screen.placeButton.click();
  await screen.answer('Johnson');
  await expect(screen.cart.getByRole('alert')).toContainText('This time has passed.');
  await screen.cart.getByRole('radio', { name: /^In an hour/ }).check();
  await expect(screen.cart.getByRole('alert')).toHaveCount(0);
  await screen.placeButton.click();
  await expect(screen.orders.getByText('We have your order')).toBeVisible();
});

test('after a tap on plus the row itself counts, in place, with targets of 48 px, and nothing moves', async ({
  page,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  const add = await screen.findAdd('Night noodles with egg');
  const stepper = screen.stepper('Night noodles with egg');
  await add.scrollIntoViewIfNeeded();
  // From here on: at some hours the category had to be opened first, which moves what is below it.
  const readShifts = await watchShifts(page);
  const before = await boxesOf(page);
  await add.click();
  await expect(stepper.locator('output')).toHaveText(/^1 × Night noodles with egg$/);
  expect(await boxesOf(page)).toEqual(before);
  for (const button of await stepper.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect([box?.width, box?.height]).toEqual([48, 48]);
  }
  // Four are the most that one order may have of it.
  for (let tap = 1; tap < 6; tap += 1) {
    await add.click({ force: true });
  }
  await expect(stepper.locator('output')).toContainText('4 × Night noodles with egg');
  await expect(stepper.locator('output')).toContainText('max');
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(screen.bar).toContainText('4 items');
  expect(await boxesOf(page)).toEqual(before);
  expect(await readShifts()).toBe(0);
  expect(await findViolations(page)).toEqual([]);

  const less = stepper.getByRole('button', { name: 'One less: Night noodles with egg' });
  for (const left of [3, 2, 1]) {
    await less.press('Enter');
    await expect(stepper.locator('output')).toContainText(`${left} ×`);
  }
  await stepper.getByRole('button', { name: 'Remove Night noodles with egg' }).press('Enter');
  await expect(stepper.locator('output')).toHaveText('');
  await expect(add).toBeFocused();
  await expect(screen.bar).toHaveCount(0);
});

test('a row counts what another tab and the cart change', async ({ page, context }) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.add('Sliced mango');
  const other = new OrderScreen(await context.newPage());
  await other.open('RM-SUNSET22');
  await other.findAdd('Sliced mango');
  await expect(other.stepper('Sliced mango').locator('output')).toContainText('1 ×');
  await other.bar.click();
  await other.line('Sliced mango').getByRole('button', { name: 'One more: Sliced mango' }).click();
  await expect(screen.stepper('Sliced mango').locator('output')).toContainText('2 ×');
});

/** The time of day in this many hours, by the clock of Sunset Hotel. */
function clockIn(hours: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' });
  return format.format(Date.now() + hours * 3_600_000);
}

/** Where the rows of the catalogue are on the page. */
function boxesOf(page: Page): Promise<string[]> {
  return page.locator('#services li').evaluateAll((rows) =>
    rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return `${Math.round(top + window.scrollY)} ${Math.round(height)}`;
    }),
  );
}

import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { holdUndo } from './hold-undo';
import { OwnerScreen, product } from './owner-screen';
import { withoutNews } from './without-news';

test('a walk-in in three fields opens the guest’s page by its code, and after check-out the page says so', async ({
  page,
  browser,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings`);
  await expect(screen.heading).toHaveText('Bookings');
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('main').getByRole('link', { name: 'Walk-in' }).click();
  await expect(screen.heading).toHaveText('Walk-in');
  const rooms = page.getByLabel('Room', { exact: true });
  const clean = rooms.locator('option:not([disabled])').filter({ hasNotText: 'not clean' }).first();
  await rooms.selectOption((await clean.getAttribute('value')) ?? '');
  await page.getByLabel('Last name', { exact: true }).fill('Bảo');
  await page.getByLabel('Nights').fill('2');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('main').getByRole('button', { name: 'Check in' }).click();

  await expect(screen.heading).toHaveText('Bảo');
  const code = (await page.getByText(/^BK-[A-Z2-9]{6}$/).textContent()) ?? '';
  await expect(page.getByRole('img', { name: `QR code of the booking ${code}` })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const phone = await browser.newPage();
  await phone.goto(`${product.staysUrl}/stay/${code}`);
  await phone.getByLabel('Last name', { exact: true }).fill('bao');
  await phone.getByRole('button', { name: 'Open my stay' }).click();
  await expect(phone.getByText('Bảo').first()).toBeVisible();

  await page.reload();
  await expect(page.getByText('Last seen')).toBeVisible();
  await page.getByRole('button', { name: 'Check out' }).click();
  await expect(page.getByText('Checked out. The guest’s page says so.')).toBeVisible();
  await holdUndo(page);
  await expect(page.getByRole('main').getByText('Checked out', { exact: true }).first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('You have checked out.')).toBeVisible();

  // Undone by the message, the guest's page goes on.
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('In house', { exact: true })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('You have checked out.')).toHaveCount(0);

  // In the calendar, to which the booking leads, the guest may leave late, and the booking and Today say so.
  await page.getByRole('link', { name: 'Early, late or another room: in the calendar' }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByLabel('Leaves at').fill('16:00');
  await panel.getByRole('button', { name: 'Hold the room' }).click();
  await expect(page.getByText('The room is held for these hours.').first()).toBeAttached();
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings?q=${code}`);
  await page.getByRole('main').getByRole('link', { name: 'Bảo' }).click();
  await expect(screen.heading).toHaveText('Bảo');
  const late = page.getByText('Late check-out: until 16:00');
  await expect(late).toBeVisible();

  // Today has the guest, and the list finds them by the name without its accents.
  await screen.openScreen('Today');
  await page.getByText('goes on').click();
  await expect(page.getByRole('link', { name: 'Bảo' })).toBeVisible();
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Bảo' }) })
      .filter({ has: late }),
  ).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings?q=bao`);
  await page.getByRole('link', { name: 'Bảo' }).first().click();
  await page.getByRole('button', { name: 'Check out' }).click();
  await expect(page.getByText('Checked out. The guest’s page says so.')).toBeVisible();
  await phone.close();
});

test('a booking by form takes a free room off the offer for its nights, and is moved and cancelled', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings/new?from=2031-05-01&to=2031-05-03`);
  const rooms = page.getByLabel('Room', { exact: true }).locator('option:not([disabled])');
  const free = await rooms.count();
  await page.getByLabel('Room', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Full name').fill('Mai Trần');
  await page.getByLabel('Last name', { exact: true }).fill('Trần');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(screen.heading).toHaveText('Mai Trần');
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  const booking = page.url();
  await expect(
    page.getByRole('link', { name: 'Early, late or another room: in the calendar' }),
  ).toHaveAttribute('href', new RegExp(`calendar\\?from=2031-05-01&stay=${booking.slice(-36)}$`));

  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings/new?from=2031-05-02&to=2031-05-04`);
  await expect(rooms).toHaveCount(free - 1);

  await withoutNews(page);
  await page.goto(`${booking}/move?from=2031-06-01&to=2031-06-03`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Arrival Thu, May 1, 2031 → Sun, Jun 1, 2031', { exact: false })).toBeVisible();

  // The first try falls into a moment without a line.
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' });
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').selectOption('Booked twice');
  await dialog.getByLabel('Note for the desk').fill('The same as the call at noon');
  expect(await findViolations(page)).toEqual([]);
  await page.context().setOffline(true);
  await confirm.click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('No answer came');
  await page.context().setOffline(false);
  await confirm.click();
  await expect(page.getByText('Cancelled. The code opens nothing any more.')).toBeVisible();
  await expect(page.getByText(/opens nothing now/)).toBeVisible();
  await expect(page.getByText('Booked twice · The same as the call at noon')).toBeVisible();
  await expect(page.getByText('Cancelled · Booked twice')).toBeVisible();
});

test('several rooms are booked under one name, the party is written down, and all are cancelled and undone at once', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings/new?from=2032-05-01&to=2032-05-03`);
  await page.getByRole('link', { name: 'Several rooms at once' }).click();
  await expect(screen.heading).toHaveText('Several rooms at once');
  expect(await findViolations(page)).toEqual([]);
  const boxes = page.getByRole('group', { name: 'Rooms' }).getByRole('checkbox');
  const free = await boxes.count();
  await boxes.nth(0).check();
  await page.getByLabel('Full name').fill('Chị Lan Đỗ');
  await page.getByLabel('Last name', { exact: true }).fill('Đỗ');
  await page.getByRole('button', { name: 'Book these' }).click();
  await expect(page.getByText('Choose two rooms or beds at least.')).toBeVisible();
  await boxes.nth(1).check();
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.reload();
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Book these' }).click();
  await expect(screen.heading).toHaveText('Chị Lan Đỗ');
  await expect(page.getByText('Booked together: 2 stays')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Change the guest’s details' }).click();
  await page.getByLabel('Adults who also stay').fill('Minh\nAn');
  await page.getByLabel('Children').fill('Bống');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Bống', { exact: true })).toBeVisible();
  // Whoever is named is counted.
  await expect(page.getByText('4', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel all 2 that have not begun' }).click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel all 2 that have not begun' }).click();
  await holdUndo(page);
  await expect(page.getByText('All cancelled.')).toBeVisible();
  await expect(page.getByText(/opens nothing now/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'Cancel all 2 that have not begun' })).toBeVisible();

  // Back at the form, the rooms are no longer offered.
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings/group?from=2032-05-02&to=2032-05-04`);
  await expect(boxes).toHaveCount(free - 2);

  const download = async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as CSV' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('bookings-sunset-hotel.csv');
    return (await readFile(await file.path(), 'utf8')).split('\r\n');
  };
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings`);
  const row = page.getByRole('main').getByRole('link', { name: 'Chị Lan Đỗ' });
  await page.getByRole('link', { name: 'Coming', exact: true }).click();
  await page.getByLabel('Arrival from').fill('2032-05-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/view=coming&day=2032-05-01/);
  await expect(row).toHaveCount(2);
  expect(await findViolations(page)).toEqual([]);
  const since = await download();
  expect(since.filter((line) => line.includes('"Chị Lan Đỗ"'))).toHaveLength(2);
  expect(since.filter((line) => line.includes('2031-'))).toEqual([]);
  await page.getByLabel('Arrival from').fill('2032-05-02');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/day=2032-05-02/);
  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: 'Show all', exact: true }).click();
  await expect(page.getByLabel('Arrival from')).toHaveValue('');

  // Those of one source alone, with a column that was chosen.
  await page.getByRole('combobox', { name: 'Booked by' }).selectOption('walk-in');
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await expect(page.getByText('No booking is like that.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Booked by' }).selectOption('the desk');
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await expect(row).toHaveCount(2);
  await expect(page.getByRole('columnheader', { name: 'Booking code' })).toHaveCount(0);
  await page.locator('summary').filter({ hasText: 'Columns' }).click();
  await page.getByLabel('Booking code').check();
  await page.getByRole('button', { name: 'Show', exact: true }).last().click();
  await expect(page.getByRole('columnheader', { name: 'Booking code' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Chị Lan Đỗ.*BK-/ })).toHaveCount(2);
  expect(await findViolations(page)).toEqual([]);

  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings?q=chi+lan`);
  const lines = await download();
  expect(lines.filter((line) => line.includes('"Chị Lan Đỗ"'))).toHaveLength(2);
  expect(lines.filter((line) => line.includes('"Bống"'))).toHaveLength(1);
});

test('what was typed for a group stays when another desk takes the last rooms meanwhile', async ({
  page,
}) => {
  const nights = 'from=2032-06-01&to=2032-06-03';
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings/group?${nights}`);
  const free = await page.getByRole('group', { name: 'Rooms' }).getByRole('checkbox').count();
  await page.getByLabel('Full name').fill('Lê Văn Tám');

  const desk = await page.context().newPage();
  for (let taken = 1; taken < free; taken += 1) {
    await desk.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings/new?${nights}`);
    await desk.getByLabel('Room', { exact: true }).selectOption({ index: 1 });
    await desk.getByLabel('Full name').fill(`Kim Last ${taken}`);
    await desk.getByLabel('Last name', { exact: true }).fill('Last');
    await desk.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`Kim Last ${taken}`);
  }
  await desk.close();
  await expect(page.getByText('1 room or bed is free for 2 nights.')).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Lê Văn Tám');
});

test('a booking leads to what its guest ordered and reported', async ({ page }) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings?q=BK-GUEST2`);
  await page.getByRole('main').getByRole('link', { name: 'Sarah Johnson' }).click();
  await expect(screen.heading).toHaveText('Sarah Johnson');
  const orders = page.getByRole('region', { name: /^Orders · / });
  const reports = page.getByRole('region', { name: /^Reports · / });
  await expect(orders).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const number = orders.getByRole('link', { name: /^#\d+$/ }).first();
  const name = (await number.textContent()) ?? '';
  await number.click();
  await expect(screen.heading).toHaveText(/^Order, room /);
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await page.goBack();
  const report = reports.getByRole('link').first();
  const title = (await report.textContent()) ?? '';
  await report.click();
  await expect(screen.heading).toHaveText(title);
});

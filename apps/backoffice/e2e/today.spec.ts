import { expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { CalendarHouse, CalendarPage } from './calendar-desk';

let house: CalendarHouse;

test.beforeAll(async ({ browser }) => {
  house = await CalendarHouse.make(browser);
});

test('who leaves today is late once the check-out time of the place has passed, and not before their own', async ({
  page,
}) => {
  const id = await house.book('Lakatos', 108, house.clock.day(-1), house.clock.day(0));
  await house.checkIn(id);
  await house.signIn(page);
  await page.goto(`${house.url}/today`);
  const row = page.getByRole('listitem').filter({ hasText: 'Kim Lakatos' });
  await expect(row.getByRole('button', { name: 'Check out: Kim Lakatos' })).toBeVisible();
  // It depends on the hour at which this journey runs.
  const isLate = () => house.clock.readTime() >= '11:00';
  await expect(row.getByText('Late: should have left at 11:00')).toHaveCount(isLate() ? 1 : 0);
  expect(await findViolations(page)).toEqual([]);

  await page.goto(`${house.url}/bookings/${id}`);
  await expect(page.getByText('This guest should have left at 11:00.')).toHaveCount(isLate() ? 1 : 0);
  await page.getByRole('link', { name: 'Early, late or another room: in the calendar' }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByLabel('Leaves at').fill('23:58');
  await panel.getByRole('button', { name: 'Hold the room' }).click();
  await expect(page.getByText('The room is held for these hours.').first()).toBeAttached();

  await page.goto(`${house.url}/today`);
  await expect(row.getByText('Late check-out: until 23:58')).toBeVisible();
  await expect(row.getByText('Late: should have left')).toHaveCount(0);
});

test('a walk-in cannot choose a room that is closed before the last night', async ({ page }) => {
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open(house.clock.day(0));
  await calendar.goDown(107);
  await calendar.press('ArrowRight', 'Enter');
  await calendar.dialog.getByText('Close the room').first().click();
  await calendar.dialog.getByLabel('Free again on').fill(house.clock.day(3));
  await calendar.dialog.getByRole('button', { name: 'Close the room' }).click();
  await expect(calendar.grid.getByRole('gridcell', { name: /^Room 107, .*Closed, until / })).toBeVisible();

  // In another tab: this one still goes back to the calendar without the panel.
  const desk = await page.context().newPage();
  await desk.goto(`${house.url}/bookings/walk-in`);
  const offered = desk
    .getByLabel('Room', { exact: true })
    .locator('option:not([disabled])')
    .filter({ hasText: '107' });
  await expect(offered).toContainText('free until');
  await desk.getByLabel('Nights').fill('3');
  await expect(offered).toHaveCount(0);
  await desk.getByLabel('Nights').fill('1');
  await expect(offered).toHaveCount(1);
});

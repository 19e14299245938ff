import { expect, type Locator, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { CalendarHouse, CalendarPage, march } from './calendar-desk';
import { product } from './owner-screen';
import { withoutNews } from './without-news';

// The journeys of a worker share one house. Each has its own weeks.
test.use({ viewport: { width: 1440, height: 900 } });

let house: CalendarHouse;

/** What a screen reader does with what it has found by its name: no pointer is anywhere, and no key is pressed. */
async function activate(what: Locator): Promise<void> {
  await what.evaluate((element) => (element as HTMLElement).click());
}

test.beforeAll(async ({ browser }) => {
  house = await CalendarHouse.make(browser);
});

test('by keys alone a stay is moved, lengthened and undone, and free nights are chosen for a booking', async ({
  page,
}) => {
  await house.book('Abara', 101, march(3), march(6));
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open(march(1));
  expect(await findViolations(page)).toEqual([]);

  // From cell to cell: a bar is one of them.
  await calendar.goDown(101);
  await expect(calendar.cell(101, 'March 1')).toBeFocused();
  await calendar.press('ArrowRight', 'ArrowRight');
  await expect(calendar.bar('Abara', 101, 'March 3', 'March 6')).toBeFocused();

  await calendar.press('m', 'ArrowDown', 'ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Room 102, Mar 4 – Mar 7, free' })).toBeAttached();
  await calendar.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: 'Put back.' })).toBeAttached();
  await expect(calendar.bar('Abara', 101, 'March 3', 'March 6')).toBeFocused();

  await calendar.press('m', 'ArrowDown', 'ArrowRight', 'Enter');
  await expect(calendar.bar('Abara', 102, 'March 4', 'March 7')).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Changed.' }).first()).toBeVisible();
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await calendar.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  await expect(calendar.bar('Abara', 102, 'March 4', 'March 9')).toBeFocused();
  await answered;
  await page.reload();
  await expect(calendar.bar('Abara', 102, 'March 4', 'March 9')).toBeVisible();

  // A range of free nights, and the form of a booking has the room and the nights.
  await calendar.goDown(103);
  await calendar.press('ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  await expect(calendar.dialog).toContainText('Room 103');
  await expect(calendar.dialog.getByLabel('Arrival')).toHaveValue(march(2));
  await expect(calendar.dialog.getByLabel('Departure')).toHaveValue(march(5));
  expect(await findViolations(page)).toEqual([]);
  await calendar.dialog.getByRole('link', { name: 'New booking' }).press('Enter');
  await expect(page.getByLabel('Room', { exact: true }).locator('option:checked')).toContainText('103');
  await expect(page.getByLabel('Arrival')).toHaveValue(march(2));
});

test('by the pointer a stay is moved and lengthened, and undone by the message', async ({ page }) => {
  await house.book('Bright', 101, march(20), march(23));
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open(march(18));
  await calendar.drag(calendar.bar('Bright', 101, 'March 20', 'March 23'), { rows: 1, days: 2 });
  await expect(calendar.bar('Bright', 102, 'March 22', 'March 25')).toBeVisible();
  await calendar.undo();
  await expect(calendar.bar('Bright', 101, 'March 20', 'March 23')).toBeVisible();
  await calendar.drag(calendar.bar('Bright', 101, 'March 20', 'March 23'), { days: 2 }, 'end');
  await expect(calendar.bar('Bright', 101, 'March 20', 'March 25')).toBeVisible();
  await calendar.undo();
  await expect(calendar.bar('Bright', 101, 'March 20', 'March 23')).toBeVisible();

  // A click opens it, and the form does the same.
  await calendar.bar('Bright', 101, 'March 20', 'March 23').click();
  await expect(page).toHaveURL(/stay=/);
  await calendar.dialog.getByLabel('Room', { exact: true }).selectOption({ label: '104' });
  await calendar.dialog.getByLabel('Departure').fill(march(24));
  await calendar.dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(calendar.bar('Bright', 104, 'March 20', 'March 24')).toBeVisible();
  await calendar.undo();
  await expect(calendar.bar('Bright', 101, 'March 20', 'March 23')).toBeVisible();
});

test('Back closes what is open and leaves the calendar open, and Forward opens the stay again', async ({
  page,
}) => {
  await house.book('Faure', 104, '2031-10-03', '2031-10-06');
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open('2031-10-01');
  const bar = calendar.bar('Faure', 104, 'October 3', 'October 6');
  await bar.click();
  await expect(calendar.dialog).toContainText('Kim Faure');
  await page.goBack();
  await expect(calendar.dialog).toHaveCount(0);
  await expect(page).toHaveURL(/calendar\?from=2031-10-01&days=14$/);
  await page.goForward();
  await expect(calendar.dialog).toContainText('Kim Faure');
  await calendar.dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page).toHaveURL(/calendar\?from=2031-10-01&days=14$/);

  // A question is dropped, and nothing is done.
  await house.book('Grau', 105, '2031-10-03', '2031-10-06');
  await page.reload();
  await calendar.drag(bar, { rows: 1 });
  await expect(calendar.dialog.getByRole('button', { name: 'Move 2 stays' })).toBeVisible();
  await page.goBack();
  await expect(calendar.dialog).toHaveCount(0);
  await expect(bar).toBeVisible();
  await expect(page).toHaveURL(/\/calendar\?/);
});

test('a drop on a taken room swaps, goes on the shelf or makes a chain, shown before and undone as one', async ({
  page,
}) => {
  await house.book('Cruz', 105, '2031-05-02', '2031-05-05');
  await house.book('Diallo', 106, '2031-05-03', '2031-05-06');
  await house.book('Endo', 107, '2031-05-05', '2031-05-08');
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open('2031-05-01');
  const cruz = calendar.bar('Cruz', 105, 'May 2', 'May 5');
  const { dialog } = calendar;

  await calendar.drag(cruz, { rows: 1 });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Kim Cruz: Room 105 → Room 106, May 2 – May 5',
    'Kim Diallo: Room 106 → Room 105, May 3 – May 6',
  ]);
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Move 2 stays' }).click();
  await expect(calendar.bar('Diallo', 105, 'May 3', 'May 6')).toBeVisible();
  await expect(calendar.bar('Cruz', 106, 'May 2', 'May 5')).toBeVisible();
  await calendar.undo('Moved, all of them.');
  await expect(cruz).toBeVisible();

  // By keys: Diallo goes where Endo is, and Endo on the shelf.
  await cruz.focus();
  await calendar.press('m', 'ArrowDown', 'Enter');
  await dialog.getByRole('radio', { name: 'Into another room' }).press('Space');
  await dialog.getByLabel('Which room').selectOption({ label: '107 · Kim Endo' });
  await dialog
    .getByRole('group', { name: 'Where does Kim Endo go?' })
    .getByRole('radio', { name: 'Put on the shelf' })
    .press('Space');
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Kim Cruz: Room 105 → Room 106, May 2 – May 5',
    'Kim Diallo: Room 106 → Room 107, May 3 – May 6',
    'Kim Endo: Room 107 → Shelf, May 5 – May 8',
  ]);
  await dialog.getByRole('button', { name: 'Move 3 stays' }).press('Enter');
  await expect(page.getByRole('heading', { name: '1 stay without a room' })).toBeVisible();
  await expect(calendar.bar('Diallo', 107, 'May 3', 'May 6')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Moved, all of them.' }).first()).toBeVisible();
  await page.reload();

  // From the shelf by keys, by the pointer and by the form.
  const shelved = page.getByRole('button', { name: /Kim Endo/ });
  await expect(shelved).toBeVisible();
  await calendar.goDown(106);
  await shelved.focus();
  await calendar.press('m', 'Enter');
  await expect(calendar.bar('Endo', 106, 'May 5', 'May 8')).toBeVisible();
  await calendar.undo();
  await expect(shelved).toBeVisible();
  await calendar.dragToRoom(shelved, 108);
  await expect(calendar.bar('Endo', 108, 'May 5', 'May 8')).toBeVisible();
  await calendar.undo();
  await expect(shelved).toBeVisible();
  await shelved.click();
  await dialog.getByLabel('Room', { exact: true }).selectOption({ label: '108' });
  await dialog.getByRole('button', { name: 'Give this room' }).click();
  await expect(calendar.bar('Endo', 108, 'May 5', 'May 8')).toBeVisible();
  await calendar.undo();
  await expect(shelved).toBeVisible();
});

test('a room is closed for some days, moved and opened again, and nobody is put there meanwhile', async ({
  page,
}) => {
  await house.book('Fofana', 107, '2031-06-04', '2031-06-06');
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open('2031-06-01');
  const { dialog, grid } = calendar;
  await calendar.goDown(108);
  await calendar.press('ArrowRight', 'Enter');
  await dialog.getByText('Close the room').first().click();
  await dialog.getByLabel('Free again on').fill('2031-06-08');
  await dialog.getByLabel('Why').selectOption('Maintenance');
  await dialog.getByLabel(/^Note/).fill('New boiler');
  await dialog.getByRole('button', { name: 'Close the room' }).click();
  const block = grid.getByRole('gridcell', {
    name: 'Room 108, June 2, Maintenance: New boiler, until June 8',
  });
  await expect(block).toBeVisible();

  // Nobody is put into it.
  await calendar.drag(calendar.bar('Fofana', 107, 'June 4', 'June 6'), { rows: 1 });
  await expect(dialog.getByRole('alert')).toContainText('nobody can be put there');
  await expect(dialog.getByRole('button', { name: 'Move it' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await block.focus();
  await calendar.press('m', 'ArrowRight', 'Enter');
  const moved = grid.getByRole('gridcell', {
    name: 'Room 108, June 3, Maintenance: New boiler, until June 9',
  });
  await expect(moved).toBeVisible();
  await calendar.undo();
  await expect(block).toBeVisible();
  await block.focus();
  await calendar.press('Enter');
  await dialog.getByRole('button', { name: 'Open the room again' }).click();
  await expect(block).toHaveCount(0);
  await calendar.undo('The room can be booked again.');
  await expect(block).toBeVisible();
});

test('of two desks on one stay the second is told, and sees what the first did', async ({
  page,
  browser,
}) => {
  await house.book('Gupta', 103, '2031-07-03', '2031-07-05');
  await house.signIn(page);
  const first = new CalendarPage(page, house);
  await first.open('2031-07-01');
  const second = await CalendarPage.openBeside(browser, house);
  const other = second.page;
  // The second is not told what changed, nor reads more days after it, as if its line were slow.
  await other.route(/\/(pulse(\/live)?|calendar\/window)(\?|$)/, (route) => route.abort());
  await second.open('2031-07-01');
  await first.drag(first.bar('Gupta', 103, 'July 3', 'July 5'), { rows: 1 });
  await expect(first.bar('Gupta', 104, 'July 3', 'July 5')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Changed.' }).first()).toBeVisible();
  await second.drag(second.bar('Gupta', 103, 'July 3', 'July 5'), { days: 1 });
  await expect(other.getByText('somebody else changed this meanwhile').first()).toBeVisible();
  await expect(second.bar('Gupta', 104, 'July 3', 'July 5')).toBeVisible();
  await other.close();
});

test('a move that only meant the room keeps the nights that another desk sold meanwhile', async ({
  page,
  browser,
}) => {
  await house.book('Abara', 105, '2031-11-03', '2031-11-05');
  await house.book('Okafor', 106, '2031-11-03', '2031-11-05');
  await house.signIn(page);
  const first = new CalendarPage(page, house);
  await first.open('2031-11-01');
  await first.bar('Abara', 105, 'November 3', 'November 5').focus();
  await first.press('m', 'ArrowDown', 'Enter');
  await expect(first.dialog.getByText('Room 105 → Room 106, Nov 3 – Nov 5')).toBeVisible();

  const second = await CalendarPage.openBeside(browser, house);
  await second.open('2031-11-01');
  await second.drag(second.bar('Abara', 105, 'November 3', 'November 5'), { days: 1 }, 'end');
  await expect(second.bar('Abara', 105, 'November 3', 'November 6')).toBeVisible();

  await expect(first.dialog.getByText('Room 105 → Room 106, Nov 3 – Nov 6')).toBeVisible();
  await first.dialog.getByRole('button', { name: 'Move 2 stays' }).click();
  await expect(first.bar('Abara', 106, 'November 3', 'November 6')).toBeVisible();
  await expect(first.bar('Okafor', 105, 'November 3', 'November 5')).toBeVisible();
  await second.page.close();
});

test('what was typed into the forms of a stay outlives a change by another desk, a refusal and a reload', async ({
  page,
  browser,
}) => {
  await house.book('Iversen', 106, '2031-10-03', '2031-10-05');
  await house.signIn(page);
  const first = new CalendarPage(page, house);
  // It is not told what changed, as if its line were slow.
  await withoutNews(page);
  await first.open('2031-10-01');
  const { dialog } = first;
  const [room, departure] = [dialog.getByLabel('Room', { exact: true }), dialog.getByLabel('Departure')];
  await first.bar('Iversen', 106, 'October 3', 'October 5').focus();
  await first.press('Enter');
  await departure.fill('2031-10-07');
  await room.selectOption({ label: '107' });
  await dialog.getByLabel('Leaves at').fill('13:00');

  const second = await CalendarPage.openBeside(browser, house);
  const other = second.page;
  await second.open('2031-10-01');
  await second.drag(second.bar('Iversen', 106, 'October 3', 'October 5'), { days: 1 }, 'end');
  await expect(other.getByRole('dialog', { name: 'Changed.' }).first()).toBeVisible();

  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('somebody else changed this meanwhile');
  await expect(departure).toHaveValue('2031-10-07');
  await expect(room.locator('option:checked')).toHaveText('107');
  await expect(dialog.getByLabel('Leaves at')).toHaveValue('13:00');
  await page.reload();
  await expect(departure).toHaveValue('2031-10-07');
  await expect(dialog.getByLabel('Leaves at')).toHaveValue('13:00');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  const moved = first.bar('Iversen', 107, 'October 3', 'October 7');
  await expect(moved).toBeVisible();

  const answered = other.waitForResponse((response) => response.request().method() === 'POST');
  await second.drag(second.bar('Iversen', 107, 'October 3', 'October 7'), { rows: 1 });
  await expect(second.bar('Iversen', 108, 'October 3', 'October 7')).toBeVisible();
  await answered;
  await expect(other.getByText('Changed.')).not.toHaveCount(0);
  await moved.focus();
  await first.press('Enter');
  await dialog.getByRole('button', { name: 'Hold the room' }).click();
  await expect(dialog.getByText('Somebody else saved this')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save mine' }).click();
  await expect(first.bar('Iversen', 108, 'October 3', 'October 7')).toHaveAccessibleName(/leaves at 13:00/);
  await other.close();
});

test('a drop is shown before the server answers, and goes back when the line is lost', async ({ page }) => {
  await house.book('Haddad', 103, '2031-08-03', '2031-08-05');
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open('2031-08-01');
  const before = calendar.bar('Haddad', 103, 'August 3', 'August 5');
  let answer: (() => void) | undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let calls = 0;
  await page.route('**/calendar*', async (route) => {
    if (route.request().method() === 'POST') {
      calls += 1;
      await answered;
    }
    await route.continue();
  });
  await calendar.drag(before, { rows: 1 });
  await expect(calendar.bar('Haddad', 104, 'August 3', 'August 5')).toBeVisible();
  answer?.();
  await expect(page.getByRole('dialog', { name: 'Changed.' }).first()).toBeVisible();
  expect(calls).toBe(1);
  await calendar.undo();

  await page.unroute('**/calendar*');
  await page.route('**/calendar*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await calendar.drag(before, { rows: 1 });
  await expect(page.getByText('the connection or the database is gone').first()).toBeVisible();
  await expect(before).toBeVisible();
});

test('a guest in house gets another room after a word of what goes along', async ({ page }) => {
  await house.checkIn(await house.book('Ito', 101, house.clock.day(-1), house.clock.day(3)));
  await house.markDirty(102);
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open(house.clock.day(-2));
  const inRoom = (room: number) =>
    calendar.grid.getByRole('gridcell', { name: new RegExp(`^Room ${room}, .*Kim Ito, .*in house`) });
  await inRoom(101).focus();
  await calendar.press('m', 'ArrowDown', 'Enter');
  await expect(calendar.dialog).toContainText('The code, the PIN and the devices of the guest go along');
  expect(await findViolations(page)).toEqual([]);
  await expect(calendar.dialog).toContainText('Room 102 is not clean yet.');
  await calendar.dialog.getByRole('button', { name: 'Move all the same' }).press('Enter');
  await expect(inRoom(102)).toBeVisible();
  await expect(
    calendar.grid.getByRole('gridcell', { name: /^Room 101, .*Kim Ito, .*moved to another room/ }),
  ).toBeVisible();
  await calendar.undo('Moved. The guest’s page says the new room.');
  await expect(inRoom(101)).toBeVisible();
});

test('two guests in house swap their rooms in one step, which one undo takes back', async ({ page }) => {
  await house.checkIn(await house.book('Silva', 103, house.clock.day(-1), house.clock.day(2)));
  await house.checkIn(await house.book('Moreau', 104, house.clock.day(-2), house.clock.day(3)));
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open(house.clock.day(-2));
  const inRoom = (room: number, name: string) =>
    calendar.grid.getByRole('gridcell', { name: new RegExp(`^Room ${room}, .*Kim ${name}, .*in house`) });
  await inRoom(103, 'Silva').focus();
  await calendar.press('m', 'ArrowDown', 'Enter');
  const { dialog } = calendar;
  // Nobody who is there is moved before the desk says where they go.
  const move = dialog.getByRole('button', { name: 'Move it' });
  await expect(move).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Swap: into Room 103' }).press('Space');
  await expect(dialog.getByText('Room 103 is not clean yet.')).toBeVisible();
  await expect(dialog.getByText('Room 104 is not clean yet.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Move 2 stays all the same' }).press('Enter');
  await expect(inRoom(104, 'Silva')).toBeVisible();
  await expect(inRoom(103, 'Moreau')).toBeVisible();
  await calendar.undo('Moved, all of them.');
  await expect(inRoom(103, 'Silva')).toBeVisible();
  await expect(inRoom(104, 'Moreau')).toBeVisible();
});

test('by the tree of a screen reader alone a stay is moved, swapped, shelved and held, and a room is closed', async ({
  page,
}) => {
  await house.book('Keita', 101, '2031-10-02', '2031-10-05');
  await house.book('Lopez', 102, '2031-10-03', '2031-10-06');
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open('2031-10-01');
  const { dialog, grid } = calendar;
  const keita = calendar.bar('Keita', 101, 'October 2', 'October 5');

  // Another room and another departure, in one form.
  await activate(keita);
  await dialog.getByRole('combobox', { name: 'Room', exact: true }).selectOption({ label: '103' });
  await dialog.getByLabel('Departure', { exact: true }).fill('2031-10-07');
  await activate(dialog.getByRole('button', { name: 'Move', exact: true }));
  await expect(calendar.bar('Keita', 103, 'October 2', 'October 7')).toBeAttached();
  await calendar.undo('Changed.', activate);
  await expect(keita).toBeAttached();

  // Into a room that is taken: what is in the way swaps.
  await activate(keita);
  await dialog
    .getByRole('combobox', { name: 'Room', exact: true })
    .selectOption({ label: '102 · Kim Lopez' });
  await activate(dialog.getByRole('button', { name: 'Move', exact: true }));
  await activate(dialog.getByRole('button', { name: 'Move 2 stays' }));
  await expect(calendar.bar('Keita', 102, 'October 2', 'October 5')).toBeAttached();
  await expect(calendar.bar('Lopez', 101, 'October 3', 'October 6')).toBeAttached();
  await calendar.undo('Moved, all of them.', activate);
  await expect(keita).toBeAttached();

  // On the shelf, and from there into another room.
  await activate(keita);
  await activate(dialog.getByRole('button', { name: 'Put on the shelf' }));
  // The panel has left the history: only then does the next one stay open.
  await expect(page).not.toHaveURL(/stay=/);
  const shelved = page.getByRole('button', { name: /Kim Keita/ });
  await activate(shelved);
  await dialog.getByRole('combobox', { name: 'Room', exact: true }).selectOption({ label: '104' });
  await activate(dialog.getByRole('button', { name: 'Give this room' }));
  const given = calendar.bar('Keita', 104, 'October 2', 'October 5');
  await expect(given).toBeAttached();
  await expect(page.getByRole('dialog', { name: 'Changed.' }).first()).toBeAttached();

  await activate(given);
  await dialog.getByLabel('Leaves at').fill('15:00');
  await activate(dialog.getByRole('button', { name: 'Hold the room' }));
  await expect(page.getByText('The room is held for these hours.').first()).toBeAttached();
  await expect(grid.getByRole('gridcell', { name: /^Room 104, .*Kim Keita, .*15:00/ })).toBeAttached();

  // A cell of free days opens at its first day.
  await activate(grid.getByRole('gridcell', { name: /^Room 105, .*, free, until/ }).first());
  await activate(dialog.getByText('Close the room').first());
  await dialog.getByLabel('Free again on').fill('2031-10-04');
  const hasLeftHistory = page.evaluate(
    () => new Promise<boolean>((resolve) => window.addEventListener('popstate', () => resolve(true))),
  );
  await activate(dialog.getByRole('button', { name: 'Close the room' }));
  expect(await hasLeftHistory).toBe(true);
  const block = grid.getByRole('gridcell', { name: /^Room 105, .*Closed, until October 4/ });
  await activate(block);
  await activate(dialog.getByRole('button', { name: 'Open the room again' }));
  await expect(block).toHaveCount(0);
});

test('on a phone a day is a list, and its forms do what the grid does', async ({ page }) => {
  await house.book('Jansen', 105, '2031-09-10', '2031-09-12');
  await page.setViewportSize({ width: 360, height: 760 });
  await house.signIn(page);
  const calendar = new CalendarPage(page, house);
  await calendar.open('2031-09-10');
  await expect(page.getByRole('heading', { name: 'Arrivals (1)' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /Kim Jansen/ }).click();
  await calendar.dialog.getByLabel('Room', { exact: true }).selectOption({ label: '106' });
  await calendar.dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByRole('button', { name: /106.*Kim Jansen/ })).toBeVisible();
  await calendar.undo();
  await expect(page.getByRole('button', { name: /105.*Kim Jansen/ })).toBeVisible();
  await page.getByRole('button', { name: 'The day after' }).click();
  await expect(page.getByRole('heading', { name: 'Staying (1)' })).toBeVisible();
  await page.getByRole('button', { name: '107 Book or close' }).click();
  await expect(calendar.dialog.getByRole('link', { name: 'New booking' })).toBeVisible();
});

test('the first view of the calendar is two queries', async ({ page }) => {
  await house.signIn(page);
  const { request } = page.context();
  await request.get(product.queriesUrl);
  await request.get(`${product.listedBackofficeUrl}/p/${house.slug}/calendar?from=2031-03-01&days=28`);
  expect(await (await request.get(product.queriesUrl)).json()).toEqual([
    'POST /rest/v1/rpc/get_own_account',
    'POST /rest/v1/rpc/read_calendar',
  ]);
});

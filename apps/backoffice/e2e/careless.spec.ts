import { expect, type Page, test } from '@playwright/test';
import { holdUndo } from './hold-undo';
import { OwnerScreen, product } from './owner-screen';
import { withoutNews } from './without-news';

// What a desk does that is interrupted, in a hurry, or on a bad line. The demo house, in days that no other journey books.

const house = `${product.backofficeUrl}/p/sunset-hotel`;

/** Lets the next form that is sent arrive, and loses its answer. */
async function loseNextAnswer(page: Page): Promise<void> {
  let isLost = false;
  await page.route('**/*', async (route) => {
    if (isLost || route.request().method() !== 'POST') {
      return route.fallback();
    }
    isLost = true;
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
}

async function fillGuest(page: Page, name: string): Promise<void> {
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Last name', { exact: true }).fill(name.split(' ').at(-1) ?? '');
}

const room = (page: Page) => page.getByLabel('Room', { exact: true });
const book = (page: Page) => page.getByRole('button', { name: 'Book', exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Books the first free room of these nights, or this one. */
async function bookRoom(page: Page, nights: string, name: string, value?: string): Promise<void> {
  await page.goto(`${house}/bookings/new?${nights}`);
  await room(page).selectOption(value === undefined ? { index: 1 } : { value });
  await fillGuest(page, name);
  await book(page);
  await expect(heading(page)).toHaveText(name);
}

test('the room that was chosen stays chosen when another desk takes it, and the form says who has it', async ({
  page,
}) => {
  const nights = 'from=2033-04-01&to=2033-04-03';
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${house}/bookings/new?${nights}`);
  await room(page).selectOption({ index: 1 });
  const value = await room(page).inputValue();
  await fillGuest(page, 'Slow Desk');

  const other = await page.context().newPage();
  await bookRoom(other, nights, 'Quick Desk', value);
  await other.close();
  await expect(room(page).locator(':checked')).toContainText('No longer offered');
  expect(await room(page).inputValue()).toBe(value);
  await book(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Quick Desk has this room' })).toBeInViewport();
  await expect(page.getByLabel('Full name')).toHaveValue('Slow Desk');
});

test('a booking and a group whose answer was lost are not made twice', async ({ page }) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${house}/bookings/new?from=2033-05-01&to=2033-05-03`);
  await room(page).selectOption({ index: 1 });
  await fillGuest(page, 'Lost Answer');
  await loseNextAnswer(page);
  await book(page);
  await expect(page.getByText('No answer came')).toBeVisible();
  await expect(room(page).locator(':checked')).toContainText('No longer offered');
  await book(page);
  await expect(page.getByText('Lost Answer has this room')).toBeVisible();
  await page.unrouteAll();

  await page.goto(`${house}/bookings/group?from=2033-06-01&to=2033-06-03`);
  const rooms = page.getByRole('group', { name: 'Rooms' });
  await rooms.getByRole('checkbox').nth(0).check();
  await rooms.getByRole('checkbox').nth(1).check();
  await fillGuest(page, 'Lost Group');
  await loseNextAnswer(page);
  await page.getByRole('button', { name: 'Book these' }).click();
  await expect(rooms.getByText('No longer offered')).toHaveCount(2);
  await page.getByRole('button', { name: 'Book these' }).click();
  await expect(heading(page)).toHaveText('Lost Group');
  await expect(page.getByText('Booked together: 2 stays')).toBeVisible();
});

test('an access code whose answer was lost is made once, also when the page is loaded anew in between', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${house}/sessions/new`);
  const guest = `Lost ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel('Room number').fill('203');
  await page.getByLabel('Name (if you like)').fill(guest);
  await loseNextAnswer(page);
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(page.getByText('No answer came')).toBeVisible();
  await page.reload();
  await expect(page.getByText('What you typed and did not save is back.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(page).toHaveURL(/sessions\/[0-9a-f-]{36}$/);
  await page.goto(`${house}/sessions`);
  await expect(page.getByRole('main').getByText(guest)).toHaveCount(1);
});

test('an undo that is pressed on a dead line is offered again', async ({ page }) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await withoutNews(page);
  await bookRoom(page, 'from=2033-07-01&to=2033-07-03', 'Undone Later');
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await holdUndo(page);
  // The message comes before the rest of the same response, which shows the screen anew.
  await expect(page.getByText(/opens nothing now/)).toBeVisible();
  const undo = page.getByRole('dialog').filter({ hasText: 'Undo' }).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await page.context().setOffline(true);
  await undo.click();
  await expect(page.getByText('No answer came, so this may not be undone.')).toBeVisible();
  await page.context().setOffline(false);
  await undo.dblclick();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(page.getByText('This could not be undone')).toHaveCount(0);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('a question that is answered by another desk stays open with what was typed, and says so', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await bookRoom(page, 'from=2033-08-01&to=2033-08-03', 'Asked Twice');
  const cancel = (desk: Page) => desk.getByRole('button', { name: 'Cancel the booking' });
  const dialog = page.getByRole('dialog', { name: /Asked Twice/ });
  await cancel(page).click();
  await dialog.getByLabel('Note for the desk').fill('She called at noon');

  const other = await page.context().newPage();
  await other.goto(page.url());
  await cancel(other).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(other.getByText('Cancelled', { exact: true })).toBeVisible();
  await other.close();

  await expect(dialog.getByRole('alert')).toContainText('Something changed meanwhile');
  await expect(dialog.getByLabel('Note for the desk')).toHaveValue('She called at noon');
  await expect(dialog.getByRole('button', { name: 'Cancel the booking' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(cancel(page)).toHaveCount(0);
});

test('a link and a key that are pressed without a line leave the screen as it was typed', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await withoutNews(page);
  await page.goto(`${house}/bookings/new?from=2033-09-01&to=2033-09-03`);
  await fillGuest(page, 'Half Typed');
  const rooms = page.getByRole('navigation').getByRole('link', { name: 'Rooms', exact: true });
  const said = page.getByText('This device has no connection, so the screen stays as it is.');
  await page.context().setOffline(true);
  await rooms.click();
  await expect(said.first()).toBeVisible();
  await page.getByLabel('Full name').blur();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(said).not.toHaveCount(1);
  await expect(page.getByLabel('Full name')).toHaveValue('Half Typed');
  await page.context().setOffline(false);
  await rooms.click();
  await expect(heading(page)).toHaveText('Rooms');
});

test('a proxy that answers in place of the app leaves the form as it was typed', async ({ page }) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${house}/bookings/new?from=2033-10-01&to=2033-10-03`);
  await room(page).selectOption({ index: 1 });
  await fillGuest(page, 'Bad Gateway');
  await page.route('**/bookings/new**', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
      : route.fallback(),
  );
  await book(page);
  await expect(page.getByRole('alert').filter({ hasText: 'No answer came' })).toBeInViewport();
  await page.unrouteAll();
  await book(page);
  await expect(heading(page)).toHaveText('Bad Gateway');
});

test('a tab says that another one signed out, and shows the next person nothing of what was typed', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signInAnew('staff@example.com');
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${house}/bookings/new?from=2033-09-01&to=2033-09-03`);
  await room(page).selectOption({ index: 1 });
  await fillGuest(page, 'Secret Guest');

  const other = await page.context().newPage();
  await other.goto(`${house}/today`);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/sign-in/);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('You are signed out.', { exact: true })).toBeVisible();
  await book(page);
  await expect(page.getByText('You are signed out. Sign in again')).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Secret Guest');

  await new OwnerScreen(other).signInAnew('manager@example.com');
  await expect(other).not.toHaveURL(/sign-in/);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByRole('link', { name: 'manager@example.com' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Full name')).toHaveValue('');
});

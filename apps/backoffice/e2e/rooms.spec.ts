import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { holdUndo } from './hold-undo';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

const place = `${product.backofficeUrl}/p/sunset-hotel`;

test('a guest who comes before the room is clean reads that it is being made, and by itself that it is ready', async ({
  page,
  browser,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  const number = await addRoom(page, 'C');

  // Two stays one after the other: the first one leaves the room dirty.
  const walkIn = async (lastName: string) => {
    await page.goto(`${place}/bookings/walk-in`);
    const option = page.getByLabel('Room', { exact: true }).locator('option', { hasText: number });
    await page.getByLabel('Room', { exact: true }).selectOption((await option.getAttribute('value')) ?? '');
    await page.getByLabel('Last name', { exact: true }).fill(lastName);
    await page.getByRole('main').getByRole('button', { name: 'Check in' }).click();
  };
  await walkIn('Before');
  await expect(screen.heading).toHaveText('Before');
  await page.getByRole('button', { name: 'Check out' }).click();
  await expect(page.getByText('Checked out. The guest’s page says so.')).toBeVisible();

  // A walk-in into the dirty room is asked about.
  await walkIn('Impatient');
  await expect(page.getByText('The room is not clean. Choose another one')).toBeVisible();
  await expect(page.getByLabel('Check in although the room is not clean')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  await page.goto(`${place}/bookings/new?from=${today}&to=${tomorrow}`);
  const free = page.getByLabel('Room', { exact: true }).locator('option', { hasText: number });
  await page.getByLabel('Room', { exact: true }).selectOption((await free.getAttribute('value')) ?? '');
  await page.getByLabel('Full name').fill('Nora Waits');
  await page.getByLabel('Last name', { exact: true }).fill('Waits');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(screen.heading).toHaveText('Nora Waits');
  const code = (await page.getByText(/^BK-[A-Z2-9]{6}$/).textContent()) ?? '';

  await page.goto(`${place}/today`);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Is here, waits: Nora Waits' }).click();
  await expect(page.getByText(/Here since .*, waits for the room/)).toBeVisible();

  const phone = await (await openPhone(browser)).newPage();
  await phone.goto(`${product.staysUrl}/stay/${code}`);
  await phone.getByLabel('Last name', { exact: true }).fill('Waits');
  await phone.getByRole('button', { name: 'Open my stay' }).click();
  await expect(phone.getByText('Your room is being made')).toBeVisible();
  expect(await findViolations(phone)).toEqual([]);

  // The housekeeper has it first on the list, and no name.
  const other = await (await openPhone(browser)).newPage();
  await new OwnerScreen(other).signIn('housekeeper@example.com');
  await other.goto(`${place}/today`);
  await expect(other.getByText('Nora')).toHaveCount(0);
  const row = other.getByRole('listitem').filter({ hasText: number });
  await expect(row).toContainText('The guest is here and waits');
  expect(await findViolations(other)).toEqual([]);
  await row.getByRole('button', { name: `It is clean: room ${number}` }).click();
  await expect(other.getByText('Clean. Guests can be checked in.')).toBeVisible();
  await holdUndo(other);
  await expect(phone.getByText('Your room is ready')).toBeVisible();

  // It was another room after all: the guest's page takes it back.
  await other.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(phone.getByText('Your room is being made')).toBeVisible();
  await expect(row).toContainText('The guest is here and waits');
  await row.getByRole('button', { name: `It is clean: room ${number}` }).click();

  await expect(page.getByText(/Here since .*, and the room is ready/)).toBeVisible();
  await page.getByRole('button', { name: 'Check in: Nora Waits' }).click();
  await expect(page.getByText('Checked in. The guest’s page is open.')).toBeVisible();
  await expect(phone.getByText('Your room is ready')).toHaveCount(0);
});

test('a room that is out of order is not booked, and is back in use by one tap', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  const number = await addRoom(page, 'O');
  const bookings = `${place}/bookings/new?from=2032-02-01&to=2032-02-02`;
  const free = page.getByLabel('Room', { exact: true }).locator('option', { hasText: number });
  await page.goto(bookings);
  await expect(free).toHaveCount(1);
  await page.goto(`${place}/rooms?q=${number}`);
  await page.getByRole('link', { name: `SUN-${number}` }).click();
  await page.getByRole('button', { name: 'Out of order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Out of order' }).click();
  await expect(page.getByText('Out of order. Nobody is booked here.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const room = page.url();
  await page.goto(bookings);
  await expect(page.getByLabel('Full name')).toBeVisible();
  await expect(free).toHaveCount(0);
  await page.goto(room);
  await page.getByRole('button', { name: `It is clean: room ${number}` }).click();
  await expect(page.getByText('Clean. Guests can be checked in.')).toBeVisible();
  await page.goto(bookings);
  await expect(free).toHaveCount(1);
});

test('where a room that is clean has left the list, no other button comes under the thumb for a moment', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  // A place in which no other journey has rooms to clean: the first of the list is clicked, whichever it is.
  const resort = `${product.backofficeUrl}/p/palm-resort`;
  for (const letter of ['S', 'T']) {
    const number = await addRoom(page, letter, resort);
    await page.goto(`${resort}/rooms?q=${number}`);
    await page.getByRole('link', { name: `PLM-${number}` }).click();
    await page.getByRole('button', { name: `Has to be cleaned: room ${number}` }).click();
    await expect(page.getByRole('button', { name: `Start cleaning: room ${number}` })).toBeVisible();
  }
  await page.goto(`${resort}/today`);
  const buttons = page.getByRole('button', { name: /^It is clean: room / });
  await expect(buttons.nth(1)).toBeVisible();
  await buttons.first().scrollIntoViewIfNeeded();
  const first = await buttons.first().elementHandle();
  // What stands at its place in the first frame without it.
  const next = page.evaluate((button) => {
    const { x, y, width, height } = (button as Element).getBoundingClientRect();
    return new Promise<string | null>((resolve) => {
      const look = () => {
        const at = document.elementFromPoint(x + width / 2, y + height / 2);
        if ((button as Element).isConnected) {
          requestAnimationFrame(look);
        } else {
          resolve(at?.closest('button')?.getAttribute('aria-label') ?? null);
        }
      };
      look();
    });
  }, first);
  const second = (await buttons.nth(1).getAttribute('aria-label')) ?? '';
  await buttons.first().click();
  expect(await next).toBeNull();
  // The list closes up by itself.
  await expect(page.locator('li[aria-hidden=true]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: second })).toBeVisible();
});

test('the second click of a double click does not check out the guest whom the first one checked in', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  const number = await addRoom(page, 'D');
  await page.goto(`${place}/bookings/new`);
  const option = page.getByLabel('Room', { exact: true }).locator('option', { hasText: number });
  await page.getByLabel('Room', { exact: true }).selectOption((await option.getAttribute('value')) ?? '');
  await page.getByLabel('Full name').fill('Double Click');
  await page.getByLabel('Last name', { exact: true }).fill('Click');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(screen.heading).toHaveText('Double Click');
  await page.getByRole('button', { name: 'Check in' }).click();
  const checkOut = page.getByRole('button', { name: 'Check out' });
  await expect(checkOut).toBeVisible();
  // What the browser makes of a click that follows another one at this point.
  await checkOut.click({ clickCount: 1, trial: true });
  const { x, y } = (await checkOut.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 10, y + 10);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page.reload();
  await checkOut.click();
  await expect(page.getByText('Checked out. The guest’s page says so.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Checked out' })).toHaveCount(1);
});

test('who removes a room or switches it off reads which printed signs stop working', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  const number = await addRoom(page, 'P');
  await page.goto(`${place}/sheets?q=${number}`);
  await expect(page.getByRole('img', { name: /first page/i })).toBeVisible();
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await expect(page.getByText(/is in your downloads/)).toBeVisible();
  await page.goto(`${place}/rooms?q=${number}`);
  await page.getByRole('link', { name: `SUN-${number}` }).click();
  const killed = page.getByText(/^the sign printed on .*, hanging: in the room$/).filter({ visible: true });
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('These signs stop working:')).toBeVisible();
  await expect(killed).toHaveCount(1);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(killed).toHaveCount(0);
  await page.getByLabel('Switched on').uncheck();
  await expect(killed).toHaveCount(1);
});

/** A room of this journey alone: the others run at the same time. */
async function addRoom(page: Page, prefix: string, to = place): Promise<string> {
  const number = `${prefix}${String(Date.now() % 100_000).replaceAll('0', '9')}`; // never 203 or 204, which others look for
  await page.goto(`${to}/rooms/new`);
  await page.getByLabel('Room numbers').fill(number);
  await page.getByRole('main').getByRole('button', { name: /^Add/ }).click();
  await expect(page.getByText('1 room was added.')).toBeVisible();
  return number;
}

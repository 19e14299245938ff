import { expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { holdUndo } from './hold-undo';
import { findPassword, OwnerScreen, product } from './owner-screen';
import { withoutNews } from './without-news';

test('an owner signs in, opens a room, copies its link and sees the guest page behind it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.backofficeUrl });
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await expect(screen.heading).toHaveText('Today');
  await screen.openPlace('Sunset Hotel');
  expect(await findViolations(page)).toEqual([]);

  await screen.openScreen('Rooms');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'SUN-203' }).click();
  await expect(screen.heading).toHaveText('Room SUN-203');
  await expect(page.getByText('RM-SUNSET22').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${product.staysUrl}/stay/room/RM-SUNSET22`);
  await page.goto(link);
  await expect(page.getByText('lantern-tide-42')).toBeVisible();
});

test('the pages outside of all places lead back by name to the place that was open last', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await screen.openPlace('Sunset Hotel');
  for (const path of ['/account', '/new']) {
    await page.goto(product.backofficeUrl + path);
    await page.getByRole('link', { name: 'Back to Sunset Hotel' }).click();
    await expect(screen.placeName).toHaveText(/Sunset Hotel/);
  }
});

test('an owner sees their own places, and 404 for a place or room of another owner', async ({ browser }) => {
  const owner = await browser.newContext();
  const ownerScreen = new OwnerScreen(await owner.newPage());
  await ownerScreen.signIn('owner@example.com');
  await ownerScreen.openPlace('Sunset Hotel');
  await ownerScreen.openScreen('Rooms');
  await ownerScreen.page.getByRole('link', { name: 'SUN-203' }).click();
  await expect(ownerScreen.page).toHaveURL(/\/rooms\/[0-9a-f-]{36}/);
  const room = new URL(ownerScreen.page.url()).pathname;

  const other = await browser.newContext();
  const otherScreen = new OwnerScreen(await other.newPage());
  await otherScreen.signIn('other@example.com');
  // Other journeys make places of this person, and the sign-in leads to the first.
  await otherScreen.page.goto(`${product.backofficeUrl}/p/quiet-house/today`);
  await expect(otherScreen.placeName).toHaveText(/Quiet House/);
  const statuses: (number | undefined)[] = [];
  for (const path of [
    room,
    room.replace('sunset-hotel', 'quiet-house'),
    '/p/sunset-hotel/rooms',
    '/p/sunset-hotel/numbers/new',
    '/p/no-such-place/today',
    `/p/quiet-house/rooms/${crypto.randomUUID()}`,
  ]) {
    statuses.push((await otherScreen.page.goto(product.backofficeUrl + path))?.status());
    await expect(otherScreen.page.getByText('RM-SUNSET22')).toHaveCount(0);
  }
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
  await owner.close();
  await other.close();
});

test('on every screen what does not exist is 404', async ({ page }) => {
  await new OwnerScreen(page).signIn('other@example.com');
  const things = [
    'rooms',
    'types',
    'catalogue',
    'catalogue/categories',
    'deals',
    'numbers',
    'areas',
    'pictures',
    'members',
    'history',
    'sheets/register',
  ];
  for (const thing of things) {
    for (const id of [crypto.randomUUID(), 'no-id']) {
      const path = `/p/quiet-house/${thing}/${id}`;
      const response = await page.context().request.get(product.backofficeUrl + path);
      expect({ path, status: response.status() }).toEqual({ path, status: 404 });
    }
  }
});

test('staff see only the place they work at, and not the screens of managers', async ({ page }) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await expect(screen.placeName).toHaveText(/Sunset Hotel/);
  await screen.placeName.click();
  await expect(page.getByRole('link', { name: 'Palm Resort' })).toHaveCount(0);
  const form = await page.goto(`${product.backofficeUrl}/p/sunset-hotel/numbers/new`);
  expect(form?.status()).toBe(403);
  await expect(screen.heading).toHaveText('Your role does not open this');
});

test('a wrong password shows an error on the form, which still has the typed email', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com', 'not the password');
  await expect(page.getByText('Email and password do not match an account.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('owner@example.com');
  expect(await findViolations(page)).toEqual([]);
});

test('signing in on a dead line says so, keeps what was typed, and can be tried again', async ({ page }) => {
  await page.goto(product.backofficeUrl);
  const [email, password] = [page.getByLabel('Email'), page.getByLabel('Password')];
  await email.fill('nobody@example.com');
  await password.fill('typed on a train');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'try again in a moment' })).toBeVisible();
  await expect(email).toHaveValue('nobody@example.com');
  await expect(password).toHaveValue('typed on a train');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Email and password do not match an account.')).toBeVisible();
});

test('after signing out a room’s page leads to the sign-in, and signing in leads back to it', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signInAnew('owner@example.com');
  await screen.openPlace('Beach View');
  await screen.openScreen('Rooms');
  await page.getByRole('link', { name: 'BVA-A1' }).click();
  await expect(screen.heading).toHaveText('Room BVA-A1');
  const room = page.url();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);

  await page.goto(room);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('Email').fill('owner@example.com');
  await page.getByLabel('Password').fill(findPassword('owner@example.com'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(screen.heading).toHaveText('Room BVA-A1');
});

test('without JavaScript staff can sign in and see their rooms', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await screen.openScreen('Rooms');
  await expect(page.getByRole('link', { name: 'SUN-204' })).toBeVisible();
  await context.close();
});

test('an owner adds a number by keys alone, finds it, removes it and undoes that', async ({ page }) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await screen.openPlace('Sunset Hotel');
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(screen.heading).toHaveText('Useful numbers');
  expect(await findViolations(page)).toEqual([]);
  const name = `Doctor ${Date.now()}`;

  await page.getByRole('link', { name: 'Add a number' }).press('Enter');
  await expect(screen.heading).toHaveText('New number');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Add a number' }).press('Enter');
  await expect(page.getByText('Please check what is marked below.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Group' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);

  await page.getByRole('textbox', { name: 'Group' }).fill('Health');
  await page.getByLabel('Phone number').fill('+84 236 382 1118');
  await page.reload();
  await expect(page.getByText('What you typed and did not save is back.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a number' }).press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.getByRole('link', { name }).press('Enter');
  await page.getByRole('button', { name: 'Remove' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Remove “${name}”?` });
  await expect(dialog).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
  await holdUndo(page);
  await expect(screen.heading).toHaveText('Useful numbers');
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await page.getByText('Removed.').locator('..').getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('of two people who change one number the second sees both values', async ({ browser }) => {
  const screens = await Promise.all(
    [1, 2].map(async () => new OwnerScreen(await (await browser.newContext()).newPage())),
  );
  const [first, second] = screens;
  if (first === undefined || second === undefined) throw new Error('two screens were made');
  for (const screen of screens) {
    await screen.signIn('owner@example.com');
    await screen.openPlace('Backpack Hostel');
    await screen.openScreen('Useful numbers');
    await screen.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await expect(screen.page.getByLabel('Phone number')).toBeVisible();
  }
  await first.page.getByLabel('Phone number').fill('+351 1 11');
  await second.page.getByLabel('Phone number').fill('+351 2 22');
  // Also once the second screen has been read anew, which it is when somebody changes something at the place.
  const readAnew = second.page.waitForRequest(/_rsc=/);
  await first.page.getByRole('button', { name: 'Save' }).click();
  await expect(first.page.getByText('Saved.')).toBeVisible();
  await readAnew;
  await second.page.getByRole('button', { name: 'Save' }).click();
  const notice = second.page.getByRole('alert').filter({ hasText: 'Somebody else saved this' });
  await expect(notice).toContainText('Yours: +351 2 22');
  await expect(notice).toContainText('Now: +351 1 11');
  expect(await findViolations(second.page)).toEqual([]);
  await notice.getByRole('button', { name: 'Save mine' }).click();
  await expect(second.page.getByText('Saved.')).toBeVisible();
});

test('a form that nobody has touched shows what somebody else saved', async ({ page, browser }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${product.backofficeUrl}/p/palm-resort/settings/orders`);
  const minutes = page.getByLabel('Minutes until an order arrives');
  await expect(minutes).not.toHaveValue('44');
  const other = await (await browser.newContext()).newPage();
  await new OwnerScreen(other).signIn('owner@example.com');
  await other.goto(page.url());
  await other.getByLabel('Minutes until an order arrives').fill('44');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  await expect(minutes).toHaveValue('44');
  await minutes.fill('45');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByText('Saved.')).toHaveCount(0);
  // What the form saved itself is no contradiction to its next save.
  await minutes.fill('46');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await other.context().close();
});

test('a form that is sent on a dead line says so, keeps what was typed, and is sent again', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await withoutNews(page);
  await page.goto(`${product.backofficeUrl}/p/backpack-hostel/numbers`);
  await page.getByRole('main').getByRole('listitem').getByRole('link').nth(1).click();
  const phone = page.getByLabel('Phone number');
  await phone.fill('+351 9 99');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'What you typed is still here' })).toBeVisible();
  await expect(phone).toHaveValue('+351 9 99');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
});

test('a form says once that it is saved, also when its screen is read anew', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  const asked = page.waitForResponse(/\/pulse$/);
  await page.goto(`${product.backofficeUrl}/p/beach-view/settings/orders`);
  await asked;
  await page.getByLabel('Minutes until an order arrives').fill(String(10 + (Date.now() % 100)));
  const readAnew = page.waitForResponse((response) => response.request().headers()['rsc'] !== undefined);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = page.getByText('Saved.', { exact: true });
  await expect(saved).toBeVisible();
  // Then the screen asks at once whether something changed here.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await readAnew;
  // Until the browser has shown what it was sent.
  await page.waitForTimeout(1_000);
  expect(await saved.count()).toBeLessThanOrEqual(1);
});

test('find anything finds a guest and a room by keys, and says when the line is gone', async ({ page }) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');
  await expect(screen.placeName).toHaveText(/Sunset Hotel/);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find anything' });
  await field.fill('johnson');
  await expect(page.getByRole('option', { name: /Sarah Johnson/ })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await field.fill('rm sunset22');
  await expect(page.getByRole('option', { name: /SUN-203/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(screen.heading).toHaveText('Room SUN-203');
  await withoutNews(page);
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await expect(page.getByText(/^Offline since/)).toBeVisible();
});

test('the step of the set-up says why the country and the currency of a place in use can no longer be changed', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/setup/country`);
  await expect(screen.heading).toHaveText('Where is it?');
  await expect(page.getByText('So the country can no longer be changed.')).toBeVisible();
  await expect(page.getByText('There are prices, orders or bookings in this currency.')).toBeVisible();
  await expect(page.getByLabel('Time zone')).toBeVisible();
  await expect(page.getByLabel('Country', { exact: true })).toHaveCount(0);
  await expect(page.getByLabel('Currency of your prices')).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
});

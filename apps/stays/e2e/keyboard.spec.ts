import { expect, type Route } from '@playwright/test';
import { HomeScreen } from './entry-screens';
import { IncidentScreen } from './incident-screen';
import { Keyboard } from './keyboard';
import { makePng } from './make-png';
import { makeNote, OrderScreen } from './order-screen';
import { PropertyPageScreen } from './property-page-screen';
import { dayAhead } from './states/state';
import { test } from './test-with-own-address';

// Everything a guest does, without a mouse: some guests have none, others cannot hold one.

test('by keyboard alone a guest enters a code, orders, reports a problem, writes to the desk and signs out', async ({
  page,
  context,
}) => {
  const keys = new Keyboard(page);
  const orders = new OrderScreen(page);
  const incidents = new IncidentScreen(page);
  const note = makeNote();

  await test.step('the code is pasted on the home page', async () => {
    const home = new HomeScreen(page);
    await home.visit();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('rm drm23456'));
    await keys.tabTo(home.code);
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/stay\/room\/RM-DRM23456$/);
  });

  await test.step('the cart is filled', async () => {
    const add = page.locator('button[data-item]').filter({ hasText: 'Add Padlock' });
    const category = page.locator('details').filter({ has: add });
    await orders.waitUntilHydrated();
    if ((await category.getAttribute('open')) === null) {
      await keys.use(category.locator('summary'));
    }
    await keys.use(add);
    await expect(page.locator('#news')).toHaveText('1 item');
    await page.keyboard.press('Enter');
    await expect(page.locator('#news')).toHaveText('2 items');
    await keys.use(orders.bar);
  });

  await test.step('the order is placed and the stay proved on the way', async () => {
    await keys.use(orders.cart.getByRole('button', { name: 'One less: Padlock' }));
    await keys.write(orders.note, note);
    await keys.use(orders.placeButton);
    await expect(orders.verification.getByLabel('Last name')).toBeFocused();
    await page.keyboard.type('Nobody');
    await page.keyboard.press('Enter');
    await expect(orders.verification.getByRole('alert')).toContainText('does not match');
    await expect(orders.verification.getByLabel('Last name')).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('van der Berg');
    await page.keyboard.press('Enter');
    await expect(orders.status(note)).toHaveText('Sent');
    await expect(orders.orders.locator(':focus')).toHaveCount(1);
  });

  await test.step('the order is taken back', async () => {
    await keys.use(orders.order(note).getByRole('button', { name: 'Cancel the order' }));
    await expect(orders.order(note).getByRole('button', { name: 'No, keep it' })).toBeFocused();
    await keys.tabTo(orders.order(note).getByRole('button', { name: 'Yes, cancel it' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(orders.order(note).getByRole('heading')).toContainText('Cancelled');
    await expect(orders.orders.getByRole('status').filter({ hasText: 'Cancelled' })).toHaveCount(1);
    await expect(orders.orders.locator(':focus')).toHaveCount(1);
    await incidents.close();
    await expect(page.getByRole('button', { name: 'My orders' })).toBeFocused();
  });

  await test.step('a report goes out with a photo', async () => {
    const chooser = page.waitForEvent('filechooser');
    await keys.use(page.getByRole('button', { name: 'Report a problem' }));
    await keys.write(incidents.report.getByLabel('What is wrong?'), note);
    await keys.tabTo(incidents.report.getByRole('radio', { checked: true }));
    await page.keyboard.press('ArrowDown');
    await expect(incidents.report.getByRole('radio', { name: 'Today' })).toBeChecked();
    await keys.tabTo(incidents.report.getByLabel('Choose photos'));
    await page.keyboard.press('Enter');
    const photo = { name: 'lock.png', mimeType: 'image/png', buffer: makePng() };
    await (await chooser).setFiles([photo, { ...photo, name: 'door.png' }]);
    await expect(incidents.report.getByRole('img')).toHaveCount(2);
    await keys.tabTo(incidents.report.getByRole('button', { name: 'Remove photo 2' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(incidents.report.getByRole('img')).toHaveCount(1);
    await expect(incidents.report.locator(':focus')).toHaveCount(1);
    await keys.use(incidents.report.getByRole('button', { name: 'Send to the desk' }));
    await expect(incidents.list.getByText(note)).toBeVisible();
  });

  await test.step('a message is added to the report', async () => {
    const own = incidents.list.getByRole('listitem').filter({ hasText: note }).first();
    await keys.write(own.getByLabel('Write to the desk'), 'We are in all evening.');
    await keys.use(own.getByRole('button', { name: 'Send' }));
    await expect(own.getByText('We are in all evening.')).toBeVisible();
    await expect(own.getByRole('button', { name: 'Send' })).toBeFocused();
    await incidents.close();
    await expect(page.getByRole('button', { name: 'Report a problem' })).toBeFocused();
  });

  await test.step('the stay is read, and left', async () => {
    await expect(page.getByText('BK-BED333')).toBeVisible();
    await keys.use(page.getByRole('button', { name: 'Sign out' }));
    await expect(page.getByText('You are signed out.')).toBeVisible();
  });
});

test('by keyboard alone nights are chosen on the property’s page and requested', async ({ page }) => {
  const keys = new Keyboard(page);
  const propertyPage = new PropertyPageScreen(page);
  await propertyPage.open('backpack-hostel');
  await keys.write(page.getByLabel('Check-in', { exact: true }), asTyped(dayAhead(200)));
  await keys.write(page.getByLabel('Check-out', { exact: true }), asTyped(dayAhead(203)));
  await keys.use(page.getByRole('button', { name: 'See what is free' }));
  await keys.use(page.getByRole('radio').first(), 'Space');
  await keys.write(page.getByLabel('First name'), 'Văn Bình');
  await keys.write(page.getByLabel('Last name', { exact: true }), 'Trần');
  await keys.write(page.getByLabel('Email', { exact: true }), 'binh@example.com');
  await keys.use(page.getByRole('button', { name: 'Send request' }));
  await expect(propertyPage.code).toBeVisible();
  await keys.use(page.getByRole('link', { name: 'Open my stay' }));
  await expect(page.getByText('Your request is waiting for an answer.')).toBeVisible();
});

test('by keyboard alone a stay is proved by PIN, and the focus moves to the heading of the stay', async ({
  page,
  context,
}) => {
  const keys = new Keyboard(page);
  const orders = new OrderScreen(page);
  await orders.open('RM-PAM23456');
  await keys.use(page.getByRole('button', { name: 'Open my stay' }));
  await expect(orders.verification.getByLabel('PIN')).toBeFocused();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('428 193'));
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your stay', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'My orders' })).toBeFocused();
});

test('a sheet holds the keyboard’s focus, closes on Escape and gives the focus back', async ({ page }) => {
  const orders = new OrderScreen(page);
  await orders.open('RM-SUNSET22');
  const openStay = page.getByRole('button', { name: 'Open my stay' });
  await openStay.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Is it you?' });
  await expect(sheet).toBeVisible();
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    const isInside = await sheet.evaluate((dialog) => {
      const focused = document.activeElement;
      // After the last element of the sheet, Tab leads through the browser's own toolbar before the first one.
      // The page's active element is then its body.
      return focused === document.body || dialog.contains(focused);
    });
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(openStay).toBeFocused();
});

/** Month, day, year: the browser of these tests has the locale en-US. */
function asTyped(day: string): string {
  const [year, ...monthAndDay] = day.split('-');
  return [...monthAndDay, year].join('');
}

test('the focus goes on to the orders’ button when the page of the stay comes after they were closed', async ({
  page,
}) => {
  const [orders, note] = [new OrderScreen(page), makeNote()];
  await orders.open('RM-SUNSET22');
  await orders.add('Sliced mango');
  await orders.bar.click();
  await orders.note.fill(note);
  const held: Route[] = [];
  let isHolding = true;
  await page.route(
    ({ pathname }) => pathname.startsWith('/stay/room/'),
    async (route) => {
      if (isHolding) {
        held.push(route);
      } else {
        await route.continue();
      }
    },
  );
  await orders.placeButton.click();
  await orders.answer('Johnson');
  await expect(orders.status(note)).toHaveText('Sent');
  await page.keyboard.press('Escape');
  await expect(orders.orders).toHaveCount(0);
  isHolding = false;
  await Promise.all(held.map((route) => route.continue()));
  await expect(page.getByRole('button', { name: 'My orders' })).toBeFocused();
});

import { expect, type Page } from '@playwright/test';
import { BookingScreen } from './entry-screens';
import { IncidentScreen } from './incident-screen';
import { makeNote, OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

const home = `${product.staysUrl}/`;

test('the back button closes each sheet with the page where it was, and then leaves the page', async ({
  page,
}) => {
  await page.goto(home);
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-SUNSET22');
  await screen.add('Local lager');
  await page.locator('[data-action="stay"]').first().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  await screen.bar.click();
  await screen.placeButton.click();
  await screen.verification.getByLabel('Last name').waitFor();
  await page.goBack();
  await expect(screen.verification).toBeHidden();
  await expect(screen.cart).toBeVisible();
  await page.goBack();
  await expect(screen.cart).toBeHidden();
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  expect(page.url()).toContain('RM-SUNSET22');
  await page.goBack();
  await expect(page).toHaveURL(home);
});

test('after links to sections of the page the back button closes the sheets, and then leaves the page', async ({
  page,
}) => {
  await page.goto(home);
  const screen = new OrderScreen(page);
  await new RoomScreen(page).scan('RM-SUNSET22');
  await screen.add('Local lager');
  await page.getByRole('navigation').getByRole('link', { name: 'WiFi' }).click();
  await screen.bar.click();
  const note = makeNote();
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.verification.getByLabel('Last name').waitFor();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.goBack();
  await expect(screen.cart).toBeVisible();
  await page.goBack();
  await expect(screen.cart).toBeHidden();
  await expect(page).toHaveURL(/#wifi$/);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(home);
});

test('after an order the back button closes the orders, and the page greets its guest', async ({ page }) => {
  await page.goto(home);
  const [screen, note] = [new OrderScreen(page), makeNote()];
  await new RoomScreen(page).scan('RM-DRM23456');
  await screen.add('Padlock');
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.answer('O’Brien');
  await expect(screen.order(note)).toBeVisible();
  await expect(page.locator('h1')).toContainText('Aoife');
  await page.goBack();
  await expect(screen.orders).toBeHidden();
  await expect(page.locator('h1')).toContainText('Aoife');
  await page.goBack();
  await expect(page).toHaveURL(home);
});

/**
 * What happens in turn when a sheet closes: `close` is called, the dialog sends its close event, the page calls
 * `history.go` to remove the sheet's entry, and the browser has gone back.
 */
const moments = ['at once', 'closed', 'going back', 'gone back'] as const;

test('a sheet that is opened while the last one still closes stays open, and the back button closes it', async ({
  page,
}) => {
  await page.goto(home);
  const screen = new IncidentScreen(page);
  await screen.open('RM-BEACH234');
  for (const moment of moments) {
    await closeAndTap(page, moment);
    await expect(screen.report).toBeVisible();
  }
  await page.goBack();
  await expect(screen.report).toBeHidden();
  await page.waitForFunction(() => !window.history.state?.sheets);
  await page.goBack();
  await expect(page).toHaveURL(home);
});

/** Closes the sheet and taps again at this moment. It runs in the page, since a step of the test would come too late. */
function closeAndTap(page: Page, moment: (typeof moments)[number]): Promise<void> {
  return page.evaluate(
    (when) =>
      new Promise<void>((resolve) => {
        const tap = () => {
          document.querySelector<HTMLElement>('[data-action="report"]')?.click();
          resolve();
        };
        const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
        if (when === 'closed') {
          dialog?.addEventListener('close', tap, { once: true });
        } else if (when === 'gone back') {
          window.addEventListener('popstate', tap, { once: true });
        } else if (when === 'going back') {
          const go = window.history.go.bind(window.history);
          window.history.go = (delta) => {
            window.history.go = go;
            go(delta);
            tap();
          };
        }
        dialog?.close();
        if (when === 'at once') {
          tap();
        }
      }),
    moment,
  );
}

test('a page that was reloaded under an open sheet is left by one press of the back button', async ({
  page,
}) => {
  await page.goto(home);
  const screen = new IncidentScreen(page);
  await screen.open('RM-BEACH234');
  await page.reload();
  await page.waitForFunction(() => window.history.state && !window.history.state.sheets);
  await page.goBack();
  await expect(page).toHaveURL(home);
});

test('the back button on a booking’s page leads to where its guest came from', async ({ page }) => {
  await page.goto(home);
  const booking = new BookingScreen(page);
  await booking.follow('BK-BED222');
  await booking.enter('Nobody');
  await expect(page.getByText('Code and name do not belong')).toBeVisible();
  await booking.enter('O’Brien');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aoife');
  await page.goBack();
  await expect(page).toHaveURL(home);
});

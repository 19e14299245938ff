import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { openHostelGuest, orderToastie } from './hostel-guest';
import { OwnerScreen, product } from './owner-screen';

// One after the other: they read and empty one inbox.
test.describe.configure({ mode: 'default' });

const base = `${product.backofficeUrl}/p/backpack-hostel`;
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Notifications/ });
const rows = (page: Page, text: RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const isNew = (page: Page, text: RegExp) => rows(page, text).filter({ hasText: 'New:' });
const newOrder = /New order · Room D1/;

/** The bell counts up to nine, and other journeys order at this place too. */
async function markAllRead(page: Page): Promise<void> {
  await page.goto(`${base}/notifications`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications');
  const markAll = page.getByRole('button', { name: 'Mark all as read' });
  if (await markAll.isVisible()) {
    await markAll.click();
    await expect(page.getByText('All are marked as read.')).toBeVisible();
  }
}

async function readCount(page: Page): Promise<number> {
  const text = await bell(page).textContent();
  return Number(/\d+/.exec(text ?? '')?.[0] ?? '0');
}

/** The address of the newest notification of this kind. */
async function findNewest(page: Page, text: RegExp): Promise<string> {
  return (await isNew(page, text).first().getByRole('link').getAttribute('href')) ?? '';
}

test('an order of a guest is counted at the bell of another desk, opens, and is settled by the first step', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await markAllRead(page);
  await Promise.all([page.waitForResponse(/\/pulse$/), page.goto(`${base}/rooms`)]);
  const before = await readCount(page);
  const { phone, screen } = await openHostelGuest(browser);
  await orderToastie(screen);
  await expect.poll(() => readCount(page)).toBeGreaterThan(before);

  await bell(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications');
  expect(await findViolations(page)).toEqual([]);
  const address = await findNewest(page, newOrder);
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="${address}"]`) });
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}$/);
  await page.goto(`${base}/notifications`);
  await expect(row).not.toContainText('New:');
  await expect(row).not.toContainText('seen to');

  // What somebody does settles it for everybody.
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Confirm' }).first().click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await page.goto(`${base}/notifications`);
  await expect(row).toContainText('seen to');
  await phone.close();
});

test('an order that its guest cancels gives way to that news, and all can be marked as read', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${base}/notifications`);
  const { phone, screen } = await openHostelGuest(browser);
  await orderToastie(screen);
  await expect(isNew(page, newOrder).first()).toBeVisible();
  const own = screen.orders.getByRole('listitem').first();
  await own.getByRole('button', { name: 'Cancel the order' }).click();
  await own.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(isNew(page, /Order cancelled by the guest · Room D1/).first()).toBeVisible();
  const markAll = page.getByRole('button', { name: 'Mark all as read' });
  await markAll.click();
  await expect(page.getByText('All are marked as read.')).toBeVisible();
  // Orders of other journeys may be told of meanwhile.
  await expect(async () => {
    if (await markAll.isVisible()) {
      await markAll.click({ timeout: 5_000 });
    }
    await expect(markAll).toHaveCount(0, { timeout: 5_000 });
    expect(await readCount(page)).toBe(0);
  }).toPass();
  await phone.close();
});

test('what a person chose is there again, and holds', async ({ page }) => {
  await new OwnerScreen(page).signIn('manager@example.com');
  const settings = `${product.backofficeUrl}/p/sunset-hotel/notifications/settings`;
  await page.goto(settings);
  const kind = page.getByRole('group', { name: 'A guest cancels an order' });
  await kind.getByLabel('App').uncheck();
  await kind.getByLabel('Mail').check();
  await page.getByLabel('From').fill('22:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('To', { exact: true })).toBeFocused();
  await page.getByLabel('To', { exact: true }).fill('07:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(settings);
  await expect(kind.getByLabel('App')).not.toBeChecked();
  await expect(kind.getByLabel('Mail')).toBeChecked();
  await expect(page.getByLabel('From')).toHaveValue('22:00');
});

test('the app can be installed, and its worker caches nothing', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  const manifest = await (await page.request.get(`${product.backofficeUrl}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' });
  for (const { src } of manifest.icons) {
    const icon = await page.request.get(`${product.backofficeUrl}${src}`);
    expect(icon.headers()['content-type']).toBe('image/png');
  }
  const worker = await (await page.request.get(`${product.backofficeUrl}/push-worker.js`)).text();
  expect(worker).not.toMatch(/caches\.|'fetch'/);
});

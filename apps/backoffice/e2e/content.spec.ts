import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { findViolations } from '../../../scripts/test/find-violations';
import { OwnerScreen, product } from './owner-screen';

const place = `${product.backofficeUrl}/p/palm-resort`;

async function openScreen(page: Page, path: string): Promise<void> {
  const response = await page.goto(`${place}/${path}`);
  expect({ path, status: response?.status() }).toEqual({ path, status: 200 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('an owner uploads a picture of the place, and a guest sees it', async ({ page }) => {
  const shown = page.locator('img[src*="/pictures/"]');
  await page.goto(`${product.staysUrl}/palm-resort`);
  const shownBefore = await shown.count();
  await new OwnerScreen(page).signIn('owner@example.com');
  await openScreen(page, 'texts');
  const pixels = { width: 1800, height: 1200, channels: 3, background: 'teal' } as const;
  const buffer = await sharp({ create: pixels }).jpeg().toBuffer();
  const files = page.locator('input[type=file]');
  await files.setInputFiles({ name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') });
  await expect(page.getByText('This cannot be read as a picture.')).toBeVisible();
  const pictures = page.getByRole('img', { name: /^Picture \d/ });
  const before = await pictures.count();
  await files.setInputFiles({ name: 'pool.jpg', mimeType: 'image/jpeg', buffer });
  await expect(pictures).toHaveCount(before + 1);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`${product.staysUrl}/palm-resort`);
  await expect(shown).toHaveCount(shownBefore + 1);
  await expect(shown.last()).toHaveAttribute('srcset', /480w, .* 960w, .* 1600w$/);
  await shown.last().scrollIntoViewIfNeeded();
  const width = () => shown.last().evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBeGreaterThan(0);
});

const screens = [
  'today',
  'rooms',
  'sessions',
  'sessions/new',
  'locks',
  'types',
  'catalogue',
  'catalogue/categories',
  'catalogue/categories/new',
  'catalogue/new',
  'texts',
  'deals',
  'deals/new',
  'numbers',
  'areas',
  'areas/new',
  'pictures',
  'members',
  'history',
  'settings',
  'settings/place',
  'settings/wifi',
  'settings/languages',
  'settings/orders',
  'settings/access',
  'settings/closing',
  'settings/failed-messages',
  'orders',
  'orders/ended',
  'orders/kitchen',
  'reports',
  'reports?priority=low',
  'notifications',
  'notifications/settings',
  'sheets',
  'sheets/register',
];

test('the screens of a place meet the rules of accessibility', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  for (const path of screens) {
    await openScreen(page, path);
    expect({ path, violations: await findViolations(page) }).toEqual({ path, violations: [] });
  }
});

test('the screens of a place fit a phone of 320 pixels, with letters of twice the size too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await new OwnerScreen(page).signIn('owner@example.com');
  for (const path of screens) {
    await openScreen(page, path);
    for (const letters of ['100%', '200%']) {
      const width = await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        return document.documentElement.scrollWidth;
      }, letters);
      expect({ path, letters, width }).toEqual({ path, letters, width: 320 });
    }
  }
});

test('the pictures of the demo are shown, which are files of the guest app', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await openScreen(page, 'texts');
  const picture = page.getByRole('img', { name: 'Picture 1' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

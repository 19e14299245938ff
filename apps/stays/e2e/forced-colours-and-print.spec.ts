import { expect } from '@playwright/test';
import { tap, visit } from './states/state';
import { test } from './test-with-own-address';

const room = '/stay/room/RM-SUNSET22';

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('what can be tapped has an edge', async ({ page }) => {
    await visit(page, room);
    await expect(page.getByRole('button', { name: 'Copy password' })).toHaveCSS('border-top-width', '1px');
    await tap(page, 'stay');
    await expect(page.locator('dialog[open]')).toHaveCSS('border-top-width', '1px');
    await expect(page.locator('dialog button[type=submit]')).toHaveCSS('border-top-width', '1px');
  });
});

test('a printed room page has all there is to read, in dark ink, and nothing to tap', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(page, room);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(page.locator('nav')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('img').first()).toBeVisible();
  // A printed page shows the items of every category, also of those that are closed on the screen.
  for (const item of await page.locator('details li').all()) {
    await expect(item).toBeVisible();
  }
  await expect(page.locator('#wifi-password-0')).toHaveCSS('color', 'rgb(18, 36, 30)');
});

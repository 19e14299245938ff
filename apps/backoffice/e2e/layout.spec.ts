import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { OwnerScreen, product } from './owner-screen';

const place = `${product.backofficeUrl}/p/sunset-hotel`;
const phone = { width: 360, height: 740 };

/** Whether the middle of the focused element can be seen and pressed, and is not under a bar. */
async function seesFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const shown = focused?.closest('label') ?? focused;
    const { x, y, width, height } = shown?.getBoundingClientRect() ?? new DOMRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top !== null && (shown?.contains(top) || top.contains(shown));
  });
}

test('a laptop shows the account and the language below the rail, and no screen scrolls without a reason', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${place}/members`);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Tiếng Việt' })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);
  // In a lower window the rail scrolls, with the current screen in view.
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto(`${place}/help`);
  await expect(page.getByRole('link', { name: 'Guide', exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeInViewport({ ratio: 1 });
});

test('every list and form begins at the same line beside the rail', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  for (const width of [1440, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const lines = new Set<number | undefined>();
    for (const path of ['rooms', 'settings', 'members', 'sheets', 'catalogue']) {
      await page.goto(`${place}/${path}`);
      lines.add((await page.getByRole('heading', { level: 1 }).boundingBox())?.x);
      lines.add((await page.getByRole('main').boundingBox())?.x);
    }
    expect({ width, lines: lines.size }).toEqual({ width, lines: 2 });
  }
});

test('the bar of a phone marks the screen, or More for one behind it', async ({ page }) => {
  await page.setViewportSize(phone);
  await new OwnerScreen(page).signIn('owner@example.com');
  const current = page.getByRole('navigation', { name: 'Screens' }).locator('a[aria-current]:visible');
  await page.goto(`${place}/orders`);
  await expect(current).toContainText('Orders');
  await expect(current).toHaveCSS('font-weight', '600');
  await page.goto(`${place}/members`);
  await expect(current).toHaveText('More');
  await expect(current).toHaveCSS('font-weight', '600');
});

test('on a phone the sheets can be downloaded from where they are chosen, and the bar covers no focus', async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${place}/sheets`);
  const download = page.getByRole('button', { name: 'Download PDF' });
  await expect(download).toBeInViewport({ ratio: 1 });
  await page.getByLabel('Room number').focus();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
    expect({ name, isSeen: await seesFocus(page) }).toEqual({ name, isSeen: true });
  }
  await page.locator('summary', { hasText: 'Sticker sheets' }).first().click();
  await page.getByText('L7165').click();
  await expect(download).toBeInViewport({ ratio: 1 });
  await page.getByRole('link', { name: 'First page' }).click();
  await expect(page.getByRole('img', { name: /first page/i })).toBeInViewport();
});

test('the first item of the catalogue is on the first screen of a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${place}/catalogue`);
  const current = page.getByRole('navigation', { name: 'Categories' }).locator('[aria-current]');
  await page.getByRole('link', { name: 'Getting around' }).click();
  await expect(current).toHaveText('Getting around');
  await page.reload();
  // The row of categories begins at the chosen one.
  await expect(current).toBeInViewport({ ratio: 1 });
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('button') })
      .first(),
  ).toBeInViewport();
});

test('what a phone folds or scrolls sideways meets the rules of accessibility', async ({ page }) => {
  await page.setViewportSize(phone);
  await new OwnerScreen(page).signIn('owner@example.com');
  for (const path of ['sheets', 'catalogue', 'rooms', 'help/rooms', 'settings/wifi']) {
    await page.goto(`${place}/${path}`);
    expect({ path, violations: await findViolations(page) }).toEqual({ path, violations: [] });
  }
});

import { expect, type Locator, type Page, test } from '@playwright/test';
import { OwnerScreen, product } from './owner-screen';

const areas = `${product.backofficeUrl}/p/palm-resort/areas`;
const mostStops = 120;

/** Goes on by Tab until this has the focus. Whatever has it on the way shows so, and nothing covers it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(describeHiddenFocus)).toBeNull();
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/** What has the focus without showing it, or under something else. Null where all is well. */
function describeHiddenFocus(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) {
    return null;
  }
  const name = focused.getAttribute('aria-label') ?? focused.textContent ?? focused.tagName;
  // A link that fills its row has the outline around the row.
  const outlined = [focused, focused.closest('li') ?? focused];
  if (outlined.every((element) => getComputedStyle(element).outlineStyle === 'none')) {
    return `no outline: ${name}`;
  }
  const { left, top, width, height } = focused.getBoundingClientRect();
  const shown = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
  const isShown = shown !== null && (focused.contains(shown) || shown.contains(focused));
  return isShown ? null : `covered: ${name}`;
}

// Each at a place of its own, since they run at the same time.
for (const [device, slug, size] of [
  ['wide window', 'palm-resort', { width: 1440, height: 900 }],
  ['phone', 'backpack-hostel', { width: 360, height: 640 }],
] as const) {
  test(`by keys alone on a ${device}: a room, a price, its undo, an invitation`, async ({ page }) => {
    const place = `${product.backofficeUrl}/p/${slug}`;
    await page.setViewportSize(size);
    const screen = new OwnerScreen(page);
    const content = page.locator('#content');
    await screen.signIn('owner@example.com');
    await page.goto(`${place}/rooms/new`);

    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(content).toBeFocused();
    await tabTo(page, page.getByLabel('Room numbers'));
    const room = `K${Date.now() % 100_000}`;
    await page.keyboard.type(room);
    await tabTo(page, page.getByRole('button', { name: 'Add these rooms' }));
    await page.keyboard.press('Enter');
    await expect(screen.heading).toHaveText('Rooms');
    await expect(content).toBeFocused();

    await page.keyboard.press('g');
    await page.keyboard.press('y');
    await expect(screen.heading).toHaveText('Room types');
    await tabTo(page, content.getByRole('listitem').getByRole('link').first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel(/^Price a night/));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('123');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await tabTo(page, save);
    await page.keyboard.press('Enter');
    const saved = page.getByText('Saved.', { exact: true });
    await expect(saved).toHaveCount(1);
    await expect(save).toBeFocused();
    await page.keyboard.press('F6');
    await tabTo(page, saved.locator('..').getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Undone.')).toBeVisible();

    await page.goto(`${place}/members/new`);
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('For whom'));
    await page.keyboard.type('Minh');
    await tabTo(page, page.getByRole('button', { name: 'Make the link' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The invitation is ready' })).toBeFocused();
  });
}

test('Escape closes a question, and the focus is back on the button that asked it', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(areas);
  await page.locator('#content').getByRole('listitem').getByRole('link').first().press('Enter');
  const remove = page.getByRole('button', { name: 'Remove' });
  await remove.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Leave it as it is' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(remove).toBeFocused();
});

test('a row that is moved to the top by keys keeps the focus on its button', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(areas);
  const buttons = page.locator('#content').getByRole('button', { name: /^Move up: / });
  const name = (await buttons.nth(1).getAttribute('aria-label')) ?? '';
  const button = page.getByRole('button', { name, exact: true });
  await button.press('Enter');
  await expect(buttons.first()).toHaveAccessibleName(name);
  await expect(button).toBeFocused();
});

test('an item that is sold out until an hour by keys leaves the focus in its row', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${product.backofficeUrl}/p/palm-resort/catalogue`);
  const ask = page.getByRole('button', { name: /^Mark sold out until a time: / }).first();
  const item = ((await ask.getAttribute('aria-label')) ?? '').replace('Mark sold out until a time: ', '');
  await ask.press('Enter');
  const until = page.getByLabel('Available again at').and(page.locator(':visible'));
  await until.fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16));
  await until.press('Enter');
  const again = page.getByRole('button', { name: `Available again: ${item}` });
  await expect(again).toBeFocused();
  await again.press('Enter');
  await expect(page.getByRole('button', { name: `Mark sold out: ${item}` })).toBeFocused();
});

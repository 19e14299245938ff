import { type Browser, type Cookie, expect, type Page, test } from '@playwright/test';
import { OwnerScreen, product } from './owner-screen';

const numbers = `${product.backofficeUrl}/p/backpack-hostel/numbers`;

/** The names of the rows, by the buttons that move them. */
async function readOrder(page: Page): Promise<string[]> {
  const labels = await page
    .getByRole('button', { name: /^Move up: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  return labels.map((label) => label.replace('Move up: ', ''));
}

test('a list is sorted by keys, by dragging, and without a script', async ({ page, browser }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(numbers);
  const [first = '', second = '', ...others] = await readOrder(page);
  const moveDown = page.getByRole('button', { name: `Move down: ${first}`, exact: true });
  await moveDown.press('Enter');
  await expect(page.getByText(`${first} is now number 2.`)).toBeAttached();
  await expect(moveDown).toBeFocused();
  expect(await readOrder(page)).toEqual([second, first, ...others]);

  const handleOf = (name: string) =>
    page
      .locator('form[draggable]')
      .filter({ has: page.getByRole('button', { name: `Move up: ${name}`, exact: true }) });
  await handleOf(first).dragTo(handleOf(second));
  await expect(page.getByText(`${first} is now number 1.`)).toBeAttached();
  expect(await readOrder(page)).toEqual([first, second, ...others]);

  const plain = await openWithoutScript(browser, await page.context().cookies());
  await plain.getByRole('button', { name: `Move up: ${second}`, exact: true }).click();
  await expect(plain.getByRole('button', { name: /^Move up: / }).first()).toHaveAccessibleName(
    `Move up: ${second}`,
  );
  await plain.getByRole('button', { name: `Move up: ${first}`, exact: true }).click();
  await expect(plain.getByRole('button', { name: /^Move up: / }).first()).toHaveAccessibleName(
    `Move up: ${first}`,
  );
  expect(await readOrder(plain)).toEqual([first, second, ...others]);
  await plain.context().close();
});

async function openWithoutScript(browser: Browser, cookies: Cookie[]): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(numbers);
  return page;
}

const previews = [
  ['numbers', 'Useful numbers'],
  ['deals', 'Offers nearby'],
  ['types', 'Rooms and beds'],
] as const;

test('one tap shows what is edited as guests see it, in a tab of its own', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  for (const [screen, heading] of previews) {
    await page.goto(`${product.backofficeUrl}/p/backpack-hostel/${screen}`);
    const [guest] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'See it as a guest' }).click(),
    ]);
    await expect(guest.getByRole('heading', { name: heading })).toBeInViewport();
    await guest.close();
  }
});

test('a form shows the guest’s page in the language of a translation', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(numbers);
  await page.locator('#content').getByRole('listitem').getByRole('link').first().click();
  const german = page.locator('#language-de');
  await german.locator('summary').click();
  const [guest] = await Promise.all([page.waitForEvent('popup'), german.getByRole('link').click()]);
  await expect(guest.locator('html')).toHaveAttribute('lang', 'de');
  await expect(guest.locator('#numbers')).toBeInViewport();
});

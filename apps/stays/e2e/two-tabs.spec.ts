import { type BrowserContext, expect, type Page } from '@playwright/test';
import { IncidentScreen } from './incident-screen';
import { isHydrated } from './is-hydrated';
import { makeNote, OrderScreen } from './order-screen';
import { product } from './product';
import { test } from './test-with-own-address';

async function openTab(context: BrowserContext, roomCode: string): Promise<OrderScreen> {
  const screen = new OrderScreen(await context.newPage());
  await screen.open(roomCode);
  return screen;
}

/** Tells the tab that it is visible again. A headless browser hides no tab, so it never sends this event itself. */
function dispatchVisibilityChange(page: Page): Promise<boolean> {
  return page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
}

test('a cart begun in one tab shows in the other, and nothing put into either is lost', async ({
  context,
}) => {
  const [one, two] = [await openTab(context, 'RM-SUNSET22'), await openTab(context, 'RM-SUNSET22')];
  await one.add('Local lager');
  await expect(two.bar).toContainText('1 item');
  await one.add('Sliced mango');
  await expect(two.bar).toContainText('2 items');
  await two.add('Fresh coconut');
  await expect(one.bar).toContainText('3 items');
  await expect(two.bar).toContainText('3 items');
});

test('a guest who proved the stay in one tab is not asked for proof in another', async ({ context }) => {
  const [one, two] = [await openTab(context, 'RM-SUNSET22'), await openTab(context, 'RM-SUNSET22')];
  await one.page.locator('[data-action="stay"]').first().click();
  await one.answer('Johnson');
  await expect(one.page.getByRole('button', { name: 'My orders' })).toBeVisible();

  const note = makeNote();
  await two.add('Local lager');
  await two.bar.click();
  await two.note.fill(note);
  await two.placeButton.click();
  await expect(two.status(note)).toHaveText('Sent');
  await expect(two.verification).toHaveCount(0);
  await expect(two.page.locator('h1')).toContainText('Sarah');
});

test('a tab that was opened before the guest proved the stay in another learns it at once, and keeps what is being typed', async ({
  context,
}) => {
  const one = await openTab(context, 'RM-SUNSET22');
  const two = new IncidentScreen(await context.newPage());
  await two.open('RM-SUNSET22');
  await two.write('The tap drips', 'All night long.');
  const three = await openTab(context, 'RM-SUNSET22');
  await three.add('Local lager');
  await three.bar.click();
  await three.placeButton.click();
  await expect(three.verification).toBeVisible();

  await one.page.locator('[data-action="stay"]').first().click();
  await one.answer('Johnson');
  await expect(one.page.locator('h1')).toContainText('Sarah');
  // The other tabs are in the background, and get no event of the browser.
  await expect(two.page.locator('h1')).toContainText('Sarah');
  await expect(two.report.getByLabel('What is wrong?')).toHaveValue('The tap drips');
  await expect(two.report.getByLabel('More about it (optional)')).toHaveValue('All night long.');
  await expect(three.page.locator('h1')).toContainText('Sarah');
  // The question closes and the cart stays as it is: nothing is sent while the guest is not looking.
  await expect(three.verification).toHaveCount(0);
  await expect(three.cart).toBeVisible();
  await expect(three.orders).toHaveCount(0);
});

test('the page of a booking’s link opens by itself once the stay is proved in another tab', async ({
  context,
}) => {
  const link = await context.newPage();
  await link.goto(`${product.staysUrl}/stay/BK-GUEST2`);
  await link.waitForFunction(isHydrated);
  const one = await openTab(context, 'RM-SUNSET22');
  await one.page.locator('[data-action="stay"]').first().click();
  await one.answer('Johnson');
  await expect(link.locator('h1')).toContainText('Sarah');
});

test('after signing out in one tab the other says so, shows no stay and leaves what is being typed', async ({
  context,
}) => {
  const one = await openTab(context, 'RM-SUNSET22');
  await one.page.locator('[data-action="stay"]').first().click();
  await one.answer('Johnson');
  await expect(one.page.locator('h1')).toContainText('Sarah');
  const two = new IncidentScreen(await context.newPage());
  await two.open('RM-SUNSET22');
  await two.write('The window whistles', 'When the wind is from the sea.');

  await one.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(one.page.getByText('You are signed out.')).toBeVisible();
  await expect(two.page.getByText('Your session has ended.').first()).toBeVisible();
  await expect(two.page.locator('h1')).not.toContainText('Sarah');
  await expect(two.report.getByLabel('What is wrong?')).toHaveValue('The window whistles');
  await two.send();
  await two.answer('Johnson');
  await expect(two.list.getByText('The window whistles').first()).toBeVisible();
});

test('where nothing is asked, what another tab reads after a sign-out does not sign in again', async ({
  context,
}) => {
  const one = await openTab(context, 'RM-BEACH234');
  const two = new IncidentScreen(await context.newPage());
  // A slow phone: what the form reads once the stay is open is sent after the sign-out.
  let isSignedOut = false;
  await two.page.route('**/api/stay/*/incidents', async (route) => {
    await expect.poll(() => isSignedOut).toBe(true);
    await route.continue();
  });
  await two.open('RM-BEACH234');
  const reading = two.page.waitForRequest('**/api/stay/*/incidents');
  await one.page.locator('[data-action="stay"]').first().click();
  await expect(one.page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await reading;
  const read = two.page.waitForResponse('**/api/stay/*/incidents');
  await one.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(one.page.getByText('You are signed out.')).toBeVisible();
  isSignedOut = true;
  expect((await read).status()).toBe(401);
  await expect(two.page.getByText('Your session has ended.').first()).toBeVisible();
  const session = await two.page.request.get(`${product.staysUrl}/api/stay/session`);
  expect(session.status()).toBe(401);
});

test.describe('with the service worker that saves pages', () => {
  test.use({ serviceWorkers: 'allow' });

  test('signing out leaves nothing of the stay in the browser, also while another tab is open', async ({
    context,
  }) => {
    const one = await openTab(context, 'RM-BEACH234');
    await one.add('Fruit basket');
    const two = new IncidentScreen(await context.newPage());
    await two.open('RM-BEACH234');
    await two.write('A draft', 'Nobody else’s business.');
    await expect(one.bar).toContainText('₫');
    await one.page.locator('[data-action="stay"]').first().click();
    await expect(one.page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await one.page.getByRole('button', { name: 'Sign out' }).click();
    await expect(one.page.getByText('You are signed out.')).toBeVisible();
    await dispatchVisibilityChange(two.page);
    for (const page of [one.page, two.page]) {
      await expect.poll(() => listStored(page)).toEqual([]);
    }
    const cookies = (await context.cookies()).filter(({ value }) => value !== '' && value !== '*');
    expect(cookies).toEqual([]);
    await one.page.goBack();
    await expect(one.page.locator('h1')).toContainText('Beach View');
    await expect(one.page.getByText('BK-')).toHaveCount(0);
  });

  test('signing out by the API leaves nothing of the stay in the browser', async ({ context }) => {
    const one = await openTab(context, 'RM-BEACH234');
    await one.add('Fruit basket');
    await expect(one.bar).toContainText('₫');
    await expect.poll(() => listStored(one.page)).toContain('stay-page-1');
    await one.page.evaluate(() => fetch('/api/stay/session', { method: 'DELETE' }));
    await expect.poll(() => listStored(one.page)).toEqual([]);
    expect((await one.page.request.get(`${product.staysUrl}/api/stay/session`)).status()).toBe(401);
    // A worker that is registered after the sign-out saves no files for a page that is no stay.
    await one.page.goto(product.staysUrl);
    await one.page.evaluate(() => navigator.serviceWorker.register('/sw.js'));
    await one.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await one.page.evaluate(async () => {
      const [script] = document.querySelectorAll<HTMLScriptElement>('script[src*="/_next/static/"]');
      await fetch(`${script?.src}?after-the-sign-out`).then((response) => response.text());
    });
    expect(await listStored(one.page)).toEqual([]);
  });

  test('the newest session counts in every tab, and an access code left open in one does not take it back', async ({
    context,
  }) => {
    const two = await context.newPage();
    await two.goto(`${product.staysUrl}/session/WAKE-UP23`);
    await expect(two.getByText('Valid until')).toBeVisible();
    const one = await openTab(context, 'RM-SUNSET22');
    await one.page.evaluate(() => navigator.serviceWorker.ready);
    await one.page.locator('[data-action="stay"]').first().click();
    await one.answer('Johnson');
    await expect(one.page.locator('h1')).toContainText('Sarah');
    await one.page.waitForLoadState('networkidle');
    const session = await context.request.get(`${product.staysUrl}/api/stay/session`);
    expect(await session.json()).toMatchObject({ bookingCode: 'BK-GUEST2' });
    // It asks every few seconds whose session there is.
    await expect(two).toHaveURL(`${product.staysUrl}/?signed-out=1`);
    await expect(two.getByRole('link', { name: 'Back to my room' })).toBeVisible();
  });
});

/** What is stored of a stay. The catalogue is not: everybody in the room reads it, and the page may load it anew at once. */
async function listStored(page: Page): Promise<string[]> {
  const all = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
  ]);
  return all.filter((name) => !name.startsWith('services:'));
}

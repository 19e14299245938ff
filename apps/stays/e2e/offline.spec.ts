import { expect, type Page } from '@playwright/test';
import { goOffline } from './go-offline';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';
import { UnreliableProxy } from './unreliable-proxy';
import { waitForPreloads } from './wait-for-preloads';

// These tests are about the service worker, which the other tests block.
test.use({ serviceWorkers: 'allow' });

/** The paths of the pages that the service worker has saved for offline. */
function listSavedPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('stay-page'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
}

test('without a connection the last room’s page opens again, WiFi included, and says how old it is', async ({
  page,
  context,
}) => {
  const room = new RoomScreen(page);
  await room.scan('RM-SUNSET22');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-SUNSET22']);
  await goOffline(page, context);
  await page.reload();
  const bar = page.getByText(/No connection\. Saved copy from .* today/);
  await expect(bar).toBeVisible();
  await expect(bar.getByRole('link', { name: 'Call the desk' })).toHaveAttribute('href', 'tel:+842365550118');
  await expect(room.password).toHaveText('lantern-tide-42');
  await page.goto(`${product.staysUrl}/`);
  await expect(page).toHaveURL(`${product.staysUrl}/stay/room/RM-SUNSET22`);
  await expect(room.password).toHaveText('lantern-tide-42');
  // The bar of the saved copy is shown, so the strip that says the same is not.
  await expect(page.locator('p:not(#news)', { hasText: 'This page stays readable' })).toBeHidden();
  await context.setOffline(false);
  // The page loads itself anew, without a tap.
  await expect(page.getByText(/Saved copy/)).toHaveCount(0);
  await expect(room.password).toHaveText('lantern-tide-42');
});

/** Waits until no more scripts are added to what the service worker has saved. */
async function waitForSavedScripts(page: Page): Promise<void> {
  let last = 0;
  await expect
    .poll(
      async () => {
        const count = await page.evaluate(async () => {
          const keys = await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          );
          return keys.flat().filter(({ url }) => url.endsWith('.js')).length;
        });
        const isUnchanged = count > 0 && count === last;
        last = count;
        return isUnchanged;
      },
      { intervals: [1_000] },
    )
    .toBe(true);
}

/** Waits for the history as well: a sheet that closes goes back one entry, which would abort a reload. */
async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !window.history.state?.sheets);
}

test('after the first visit every sheet opens without a connection, names and prices in the cart, on the live page and on the saved copy', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-BEACH234');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-BEACH234']);
  await waitForSavedScripts(page);
  await waitForPreloads(page);
  await goOffline(page, context);
  for (const reloads of [false, true]) {
    if (reloads) {
      await page.reload();
    }
    const report = page.getByRole('dialog', { name: 'Report a problem' });
    await page.locator('[data-action="report"]').first().click();
    await expect(report).toBeVisible();
    await closeSheet(page);
    await screen.add('Fruit basket');
    await screen.bar.click();
    await expect(screen.line('Fruit basket')).toContainText('₫');
    await closeSheet(page);
  }
});

test('no script is transferred twice, and those of the sheets only after the page has loaded', async ({
  page,
}) => {
  const proxy = new UnreliableProxy();
  const listScripts = () => proxy.paths.filter((path) => path.startsWith('/_next/') && path.endsWith('.js'));
  const url = await proxy.start();
  let atLoad: string[] = [];
  page.once('load', () => {
    atLoad = listScripts();
  });
  await new RoomScreen(page).scan('RM-BEACH234', url);
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-BEACH234']);
  await waitForPreloads(page);
  await waitForSavedScripts(page);
  const all = listScripts();
  proxy.stop();
  expect(all.length).toBeGreaterThan(atLoad.length);
  expect(all).toEqual([...new Set(all)]);
});

test('one page is saved for offline: another room’s replaces the first', async ({ page }) => {
  const room = new RoomScreen(page);
  await room.scan('RM-SUNSET22');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-SUNSET22']);
  await room.scan('RM-BEACH234');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-BEACH234']);
});

test('signing out removes the page saved for offline', async ({ page, context }) => {
  await page.goto(`${product.staysUrl}/session/WAKE-UP23`);
  await expect.poll(() => listSavedPages(page)).toEqual(['/session/WAKE-UP23']);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(await listSavedPages(page)).toEqual([]);
  await goOffline(page, context);
  await expect(page.goto(`${product.staysUrl}/session/WAKE-UP23`)).rejects.toThrow();
});

test('the saved page opens when the server hangs or fails, and is removed when the room is gone', async ({
  page,
}) => {
  const proxy = new UnreliableProxy();
  const url = await proxy.start();
  const room = new RoomScreen(page);
  await room.scan('RM-SUNSET22', url);
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-SUNSET22']);
  for (const mode of ['hanging', 503] as const) {
    proxy.setMode(mode);
    // `commit`: pictures are not part of the saved copy, so with a hanging server the page never finishes loading.
    await page.goto(`${url}/stay/room/RM-SUNSET22`, { waitUntil: 'commit' });
    await expect(page.getByText(/Saved copy/)).toBeVisible();
    await expect(room.password).toHaveText('lantern-tide-42');
  }
  proxy.setMode(404);
  await room.scan('RM-SUNSET22', url);
  await expect(page.getByText('bad')).toBeVisible();
  await expect.poll(() => listSavedPages(page)).toEqual([]);
  proxy.stop();
});

test('the script of the page saved for offline runs without an error', async ({ page, context }) => {
  const errors: string[] = [];
  const room = new RoomScreen(page);
  await room.scan('RM-SUNSET22');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-SUNSET22']);
  await goOffline(page, context);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on(
    'console',
    (message) => /hydrat|Content.Security/i.test(message.text()) && errors.push(message.text()),
  );
  await page.reload();
  await room.copyButton.click();
  await expect(page.getByText(/Copied|Selected/).first()).toBeVisible();
  await expect(page.getByText(/Saved copy/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('the service worker caches no response of the API', async ({ page }) => {
  await new RoomScreen(page).scan('RM-SUNSET22');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-SUNSET22']);
  await page.reload();
  await page.evaluate(() => fetch('/api/stay/RM-SUNSET22/deals'));
  const cached = await page.evaluate(async () => {
    const lists = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(lists)).flat().map(({ url }) => new URL(url).pathname);
  });
  expect(cached.filter((path) => path.startsWith('/api/') || path.includes('mobileconfig'))).toEqual([]);
  expect(cached.some((path) => path.startsWith('/_next/static/'))).toBe(true);
});

test('after a stay is proved in place, the page saved for offline is that of the new session', async ({
  page,
}) => {
  await new RoomScreen(page).scan('RM-BEACH234');
  await expect.poll(() => listSavedPages(page)).toEqual(['/stay/room/RM-BEACH234']);
  const readCopy = () =>
    page.evaluate(async () => (await (await caches.match('/stay/room/RM-BEACH234'))?.text()) ?? '');
  expect(await readCopy()).not.toContain('BK-BEACH2');
  await page.evaluate(() =>
    fetch('/api/stay/room/RM-BEACH234/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  );
  await expect.poll(readCopy).toContain('BK-BEACH2');
});

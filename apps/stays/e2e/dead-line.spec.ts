import { expect, type Page, type Request, type Route } from '@playwright/test';
import { HeldRequests } from './held-requests';
import { isHydrated } from './is-hydrated';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { TapFailurePanel } from './tap-failure-panel';
import { test } from './test-with-own-address';
import { waitForPreloads } from './wait-for-preloads';

/*
 * First taps whose script does not come. These tests have no service worker, as on a first visit, in a private window
 * and in browsers without one. What the worker adds is in offline.spec.ts.
 */

test.use({ repeatsLateTaps: false });

const scripts = '**/_next/static/**/*.js';
const room = '/stay/room/RM-DRM23456';

/** Opens a room's page and loads nothing ahead: its action scripts are still missing when the test begins. */
async function openWithoutPreload(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(`${product.staysUrl}${room}`);
  await page.waitForFunction(isHydrated);
}

function tap(page: Page, action: string): Promise<void> {
  return page.locator(`[data-action="${action}"]`).first().click();
}

function reportButton(page: Page) {
  return page.locator('[data-action="report"]').first();
}

function report(page: Page) {
  return page.getByRole('dialog', { name: 'Report a problem' });
}

type Failure = {
  name: string;
  fail: (route: Route, repair: HeldRequests) => Promise<void>;
  /** The script arrives by itself once the line is repaired. */
  arrivesLater: boolean;
};

const failures: readonly Failure[] = [
  {
    name: 'cannot be fetched',
    fail: (route) => route.abort('internetdisconnected'),
    arrivesLater: false,
  },
  {
    name: 'is answered by an error',
    fail: (route) => route.fulfill({ status: 500, contentType: 'text/html', body: 'bad' }),
    arrivesLater: false,
  },
  {
    name: 'never arrives',
    fail: async (route, repair) => {
      await repair.waitForRelease();
      await route.continue();
    },
    arrivesLater: true,
  },
];

function isScript(request: Request): boolean {
  return request.url().endsWith('.js');
}

/** Runs in the page: what arrived has been rendered. */
function waitForFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Breaks every script from now on until `repair.release()`. */
async function breakScripts(page: Page, fail: Failure['fail']): Promise<HeldRequests> {
  const repair = new HeldRequests();
  let isBroken = true;
  void repair.waitForRelease().then(() => {
    isBroken = false;
  });
  await page.route(scripts, (route) => (isBroken ? fail(route, repair) : route.continue()));
  return repair;
}

for (const { name, fail, arrivesLater } of failures) {
  test(`a tap whose script ${name} says so, offers the desk, opens nothing later, and works on another try`, async ({
    page,
  }) => {
    const panel = new TapFailurePanel(page);
    await openWithoutPreload(page);
    const repair = await breakScripts(page, fail);
    await tap(page, 'report');
    await expect(panel.root).toBeVisible();
    await expect(panel.callLink).toHaveAttribute('href', /^tel:\+\d+$/);
    await expect(panel.whatsappLink).toHaveAttribute('href', /^https:\/\/wa\.me\/\d+$/);
    await expect(page.getByText('One moment')).toHaveCount(0);
    await expect(new RoomScreen(page).password).toBeVisible();

    const arrival = arrivesLater ? page.waitForEvent('requestfinished', isScript) : null;
    repair.release();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await arrival;
    await page.evaluate(waitForFrames);
    await expect(report(page)).toHaveCount(0);

    await panel.retryButton.click();
    await expect(report(page)).toBeVisible();
    await expect(panel.root).toBeHidden();
  });

  test(`a tap before the page’s own script, which ${name}, says so too, and another try gets the page anew`, async ({
    page,
  }) => {
    const panel = new TapFailurePanel(page);
    const repair = await breakScripts(page, fail);
    await page.goto(`${product.staysUrl}${room}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.earlyTaps);
    await tap(page, 'report');
    await expect(panel.root).toBeVisible();
    await expect(panel.callLink).toBeVisible();
    expect(await page.evaluate(() => window.earlyTaps?.size)).toBe(0);

    await panel.retryButton.click();
    repair.release();
    // The other try opens the sheet where the script still arrives, and else gets the page anew, in which nothing opens by itself.
    await expect(async () => {
      const button = (await page.evaluate(isHydrated)) ? reportButton(page) : panel.retryButton;
      if (!(await report(page).isVisible())) {
        await button.click({ timeout: 5_000 });
      }
      await expect(report(page)).toBeVisible({ timeout: 5_000 });
    }).toPass();
  });
}

test('a script whose request hangs is requested anew on another try, with the page, since the server responds', async ({
  page,
}) => {
  const panel = new TapFailurePanel(page);
  await openWithoutPreload(page);
  let isHanging = true;
  // A request that hangs gets no response even later: only a new one does.
  await page.route(scripts, (route) => (isHanging ? undefined : route.continue()));
  await tap(page, 'report');
  await expect(panel.root).toBeVisible();
  isHanging = false;
  await expect(async () => {
    const reloaded = page.waitForEvent('framenavigated', { timeout: 5_000 });
    await Promise.all([reloaded, panel.retryButton.click({ timeout: 5_000 })]);
  }).toPass();
  await page.waitForFunction(isHydrated);
  await tap(page, 'report');
  await expect(report(page)).toBeVisible();
});

test('an item counts at once, the panel closes, and another try opens the cart with it', async ({ page }) => {
  const screen = new OrderScreen(page);
  const panel = new TapFailurePanel(page);
  await openWithoutPreload(page);
  await page.route(scripts, (route) => route.abort('internetdisconnected'));
  const add = await screen.findAdd('Padlock');
  await add.click();
  await expect(screen.stepper('Padlock').locator('output')).toContainText('1 × Padlock');
  await expect(panel.root).toBeVisible();
  await panel.closeButton.click();
  await expect(panel.root).toBeHidden();
  await add.click();
  await expect(panel.root).toBeVisible();
  await page.unroute(scripts);
  await panel.retryButton.click();
  await expect(screen.cart).toBeVisible();
  await expect(screen.bar).toContainText('2 items');
});

test('without a service worker, what was loaded ahead opens when the line is gone', async ({
  page,
  context,
}) => {
  await page.goto(`${product.staysUrl}${room}`);
  await waitForPreloads(page);
  await context.setOffline(true);
  await tap(page, 'report');
  await expect(report(page)).toBeVisible();
  await expect(report(page).getByText('No connection')).toBeVisible();
});

test('“Open my stay” on a line without a response says so, with the desk and another try', async ({
  page,
}) => {
  const screen = new OrderScreen(page);
  await page.goto(`${product.staysUrl}${room}`);
  await page.waitForFunction(isHydrated);
  await page.route('**/api/**', () => undefined);
  await tap(page, 'stay');
  await expect(screen.verification.getByRole('alert')).toContainText('You seem to be offline');
  await expect(screen.verification.getByRole('link', { name: 'Call the desk' })).toBeVisible();
  await page.unroute('**/api/**');
  await screen.verification.getByRole('button', { name: 'Try again' }).click();
  await expect(screen.verification.getByLabel('Last name')).toBeVisible();
});

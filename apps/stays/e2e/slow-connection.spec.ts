import { expect, type Page } from '@playwright/test';
import { HeldRequests } from './held-requests';
import { readShifts } from './layout-shifts';
import { makeNote, OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { TapFailurePanel } from './tap-failure-panel';
import { test } from './test-with-own-address';
import { UnreliableProxy } from './unreliable-proxy';

test.use({ repeatsLateTaps: false });

async function slowDownNetwork(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    // Half of a slow 3G line: a busy machine sees the password and taps seconds later than a guest.
    downloadThroughput: 200_000 / 8,
    uploadThroughput: 200_000 / 8,
  });
}

test('on a 3G connection the WiFi is read before scripts, and an early tap takes effect or can be repeated', async ({
  page,
}) => {
  const [screen, note] = [new OrderScreen(page), makeNote()];
  const report = page.getByRole('dialog', { name: 'Report a problem' });
  await slowDownNetwork(page);
  await page.goto(`${product.staysUrl}/stay/room/RM-DRM23456`, { waitUntil: 'commit' });
  await expect(new RoomScreen(page).password).toBeVisible();
  expect(await hasPageScriptLoaded(page)).toBe(false);
  const reportButton = page.locator('[data-action="report"]').first();
  await reportButton.click();
  expect(await hasPageScriptLoaded(page)).toBe(false);
  const panel = new TapFailurePanel(page);
  await expect(panel.root.or(report).filter({ visible: true }).first()).toBeVisible();
  await expect(async () => {
    // Another try opens the sheet, or loads the page anew, in which nothing opens by itself.
    const isOffered = await panel.root.isVisible();
    if (!(await report.isVisible())) {
      await (isOffered ? panel.retryButton : reportButton).click({ timeout: 5_000 });
    }
    await expect(report).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await page.keyboard.press('Escape');

  await screen.add('Padlock');
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.click();
  await screen.answer('van der Berg');
  await expect(screen.status(note)).toHaveText('Sent');
});

function hasPageScriptLoaded(page: Page): Promise<boolean> {
  return page.evaluate(() => window.earlyTaps === null);
}

test('an item tapped twice before the page’s script has loaded is added once, and shown as tapped meanwhile', async ({
  page,
}) => {
  const heldRequests = new HeldRequests();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await heldRequests.waitForRelease();
    await route.continue();
  });
  await page.goto(`${product.staysUrl}/stay/room/RM-DRM23456`, { waitUntil: 'commit' });
  const add = page.locator('[data-action=add-item]').filter({ visible: true }).first();
  await page.waitForFunction(() => window.earlyTaps);
  await add.click();
  await add.click();
  await expect(add).toHaveAttribute('aria-busy', 'true');
  heldRequests.release();
  const { bar } = new OrderScreen(page);
  const panel = new TapFailurePanel(page);
  await expect(bar.or(panel.root).filter({ visible: true }).first()).toBeVisible();
  if (await panel.root.isVisible()) {
    await panel.retryButton.click();
  }
  await expect(bar).toContainText('1 item');
  await expect(add).not.toHaveAttribute('aria-busy');
});

test('a tap on an item whose script cannot be fetched is counted beside it, and the cart shows once the connection is back', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await screen.open('RM-DRM23456');
  const add = await screen.findAdd('Padlock');
  await context.setOffline(true);
  await add.click();
  await expect(screen.stepper('Padlock').locator('output')).toContainText('1 × Padlock');
  await expect(new RoomScreen(page).password).toBeVisible();
  await context.setOffline(false);
  await expect(screen.bar).toContainText('1 item');
});

test('a room’s page whose end arrives late is painted only when it is whole, so that nothing in it moves', async ({
  page,
}) => {
  const proxy = new UnreliableProxy();
  const room = `${await proxy.start()}/stay/room/RM-SUNSET22`;
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    // The first visit caches the styles: without them the browser would wait before it paints anything.
    await page.goto(room);
    proxy.setMode('pausing');
    await page.goto(room);
    expect(await page.evaluate(readShifts)).toBe(0);
  } finally {
    proxy.stop();
  }
});

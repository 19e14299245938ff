import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { OrderScreen } from '../../stays/e2e/order-screen';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

/** The bell asks every three seconds. */
const bellMs = 5_000;

// One after the other: they read and empty one inbox.
test.describe.configure({ mode: 'default' });

const base = `${product.backofficeUrl}/p/backpack-hostel`;
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Notifications/ });
const rows = (page: Page, text: RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const isNew = (page: Page, text: RegExp) => rows(page, text).filter({ hasText: 'New:' });
const newOrder = /New order · Room D1/;

/** A guest of the hostel's dorm, in the guest app. */
async function openGuest(browser: Browser): Promise<{ phone: BrowserContext; screen: OrderScreen }> {
  const phone = await openPhone(browser);
  const screen = new OrderScreen(await phone.newPage());
  await screen.open('RM-DRM23456');
  return { phone, screen };
}

async function order(screen: OrderScreen): Promise<void> {
  await screen.add('Cheese toastie');
  await screen.bar.click();
  await screen.placeButton.click();
  await screen.verification.or(screen.orders).first().waitFor();
  if (await screen.verification.isVisible()) {
    await screen.answer('O’Brien');
  }
  await expect(screen.orders).toBeVisible();
}

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
  const { phone, screen } = await openGuest(browser);
  await order(screen);
  await expect.poll(() => readCount(page), { timeout: bellMs }).toBeGreaterThan(before);

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
  const { phone, screen } = await openGuest(browser);
  await order(screen);
  await expect(isNew(page, newOrder).first()).toBeVisible({ timeout: bellMs });
  const own = screen.orders.getByRole('listitem').first();
  await own.getByRole('button', { name: 'Cancel the order' }).click();
  await own.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(isNew(page, /Order cancelled by the guest · Room D1/).first()).toBeVisible({
    timeout: bellMs,
  });
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('All are marked as read.')).toBeVisible();
  await expect.poll(() => readCount(page)).toBe(0);
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
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

test.describe('push messages', () => {
  const settings = `${base}/notifications/settings`;

  /** Has the browser subscribe at our own push service: its maker's cannot be reached from a test. */
  const useOwnPushService = async (page: Page) => {
    await page.exposeFunction('subscribeAtOwnService', async (senderPublicKey: string) => {
      const response = await page.request.post(`${product.pushServiceUrl}/browsers`, {
        data: senderPublicKey,
      });
      return response.json();
    });
    await page.addInitScript(() => {
      type Own = { endpoint: string; p256dh: string; authSecret: string };
      const saved = () => JSON.parse(localStorage.getItem('own-push') ?? 'null') as Own | null;
      const make = (own: Own | null) =>
        own && {
          endpoint: own.endpoint,
          toJSON: () => ({ endpoint: own.endpoint, keys: { p256dh: own.p256dh, auth: own.authSecret } }),
          unsubscribe: async () => {
            localStorage.removeItem('own-push');
            return true;
          },
        };
      PushManager.prototype.getSubscription = async () => make(saved()) as unknown as PushSubscription;
      PushManager.prototype.subscribe = async (options) => {
        const page = window as unknown as { subscribeAtOwnService: (key: unknown) => Promise<Own> };
        const own = await page.subscribeAtOwnService(options?.applicationServerKey);
        localStorage.setItem('own-push', JSON.stringify(own));
        return make(own) as unknown as PushSubscription;
      };
    });
  };
  const readReceived = async (page: Page) => {
    const response = await page.request.get(`${product.pushServiceUrl}/received`);
    return (await response.json()) as { endpoint: string; message: Record<string, unknown> }[];
  };

  /** Gives the message to the service worker as the browser does, through its own tools. */
  const deliver = async (page: Page, message: unknown) => {
    const tools = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first !== undefined) resolve(first.registrationId);
      });
    });
    await tools.send('ServiceWorker.enable');
    await tools.send('ServiceWorker.deliverPushMessage', {
      origin: new URL(product.backofficeUrl).origin,
      registrationId: await registered,
      data: JSON.stringify(message),
    });
  };
  const readShown = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/');
      const shown = (await registration?.getNotifications()) ?? [];
      return shown.map(({ title, body, data }) => ({ title, body, path: data.path }));
    });

  test('arrive in a browser that was asked, lead to the thing, and end when it is turned off', async ({
    page,
    context,
    browser,
  }) => {
    await context.grantPermissions(['notifications'], { origin: product.backofficeUrl });
    await useOwnPushService(page);
    await new OwnerScreen(page).signInAnew('owner@example.com');
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto(settings);
    await page.getByRole('button', { name: 'Turn on in this browser' }).click();
    await expect(page.getByText('This browser gets push messages now.')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Turn off in this browser' })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);

    const { phone, screen } = await openGuest(browser);
    await order(screen);
    // The owner has other places, whose journeys send messages too.
    const readOwn = async () =>
      (await readReceived(page))
        .map(({ message }) => message)
        .find((one) => one?.['title'] === 'Backpack Hostel');
    await expect.poll(readOwn).toMatchObject({ lang: 'en' });
    const message = await readOwn();
    expect(String(message?.['body'])).toMatch(/new order/i);
    expect(JSON.stringify(message)).not.toMatch(/O.Brien/);
    await page.goto(`${product.backofficeUrl}${String(message?.['path'])}`);
    await expect(page).toHaveURL(/\/orders/);

    // What the browser's push service would deliver to it.
    await deliver(page, message);
    await expect
      .poll(() => readShown(page))
      .toEqual([{ title: 'Backpack Hostel', body: message?.['body'], path: message?.['path'] }]);

    await page.goto(settings);
    await page.getByRole('button', { name: 'Turn off in this browser' }).click();
    await expect(page.getByText('This browser gets no more push messages.')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Turn on in this browser' })).toBeVisible();
    await phone.close();
  });

  test('are not offered where the person refused them, nor where a browser has none', async ({ page }) => {
    await new OwnerScreen(page).signIn('owner@example.com');
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
    });
    await page.goto(settings);
    await expect(page.getByText('This browser was told not to show messages')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Turn on in this browser' })).toHaveCount(0);
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'PushManager');
    });
    await page.reload();
    await expect(page.getByText('This browser cannot show push messages')).toBeVisible();
  });

  test('on an iPhone are said to need the home screen', async ({ browser }) => {
    const context = await browser.newContext({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    });
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'PushManager');
    });
    await new OwnerScreen(page).signIn('owner@example.com');
    await page.goto(settings);
    await expect(page.getByText('In Safari, tap Share, then “Add to Home Screen”.')).toBeVisible();
    await context.close();
  });
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

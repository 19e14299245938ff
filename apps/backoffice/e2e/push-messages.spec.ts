import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { openHostelGuest, orderToastie } from './hostel-guest';
import { OwnerScreen, product } from './owner-screen';

const settings = `${product.backofficeUrl}/p/backpack-hostel/notifications/settings`;

type OwnSubscription = { endpoint: string; p256dh: string; authSecret: string };

/**
 * Has the browser subscribe at our own push service: its maker's cannot be reached from a test. Returns what gives it another address
 * there.
 */
const useOwnPushService = async (page: Page) => {
  let key = '';
  const subscribe = async (): Promise<OwnSubscription> => {
    const response = await page.request.post(`${product.pushServiceUrl}/browsers`, { data: key });
    return response.json();
  };
  await page.exposeFunction('subscribeAtOwnService', (senderPublicKey: string) => {
    key = senderPublicKey;
    return subscribe();
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
    // `make` has all that the app reads of a subscription, and not the rest of the browser's type: hence these casts.
    PushManager.prototype.getSubscription = async () => make(saved()) as unknown as PushSubscription;
    PushManager.prototype.subscribe = async (options) => {
      // `exposeFunction` above has put it there, which the type of the window can't know.
      const page = window as unknown as { subscribeAtOwnService: (key: unknown) => Promise<Own> };
      const own = await page.subscribeAtOwnService(options?.applicationServerKey);
      localStorage.setItem('own-push', JSON.stringify(own));
      return make(own) as unknown as PushSubscription;
    };
  });
  return subscribe;
};

/** Tells the service worker that the browser has another address now, as the browser does. */
const changeSubscription = async (page: Page, renewed: OwnSubscription) => {
  const context = page.context();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const old = await page.evaluate(() => JSON.parse(localStorage.getItem('own-push') ?? '{}').endpoint);
  await worker.evaluate(
    async ({ before, own }) => {
      let isDone: Promise<void> | undefined;
      const change = Object.assign(new Event('pushsubscriptionchange'), {
        oldSubscription: { endpoint: before },
        newSubscription: {
          toJSON: () => ({ endpoint: own.endpoint, keys: { p256dh: own.p256dh, auth: own.authSecret } }),
        },
        waitUntil: (work: Promise<void>) => {
          isDone = work;
        },
      });
      self.dispatchEvent(change);
      await isDone;
    },
    { before: old, own: renewed },
  );
  await page.evaluate((own) => localStorage.setItem('own-push', JSON.stringify(own)), renewed);
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

test('push messages arrive in a browser that was asked, lead to the thing, and end when it is turned off', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['notifications'], { origin: product.backofficeUrl });
  const subscribe = await useOwnPushService(page);
  await new OwnerScreen(page).signInAnew('owner@example.com');
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(settings);
  await page.getByRole('button', { name: 'Turn on in this browser' }).click();
  await expect(page.getByText('This browser gets push messages now.')).toBeVisible();
  const renewed = await subscribe();
  await changeSubscription(page, renewed);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Turn off in this browser' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const { phone, screen } = await openHostelGuest(browser);
  await orderToastie(screen);
  // The owner has other places, whose journeys send messages too.
  const readOwn = async () =>
    (await readReceived(page))
      .filter(({ endpoint }) => endpoint === renewed.endpoint)
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

test('push messages are not offered where the person refused them, nor where a browser has none', async ({
  page,
}) => {
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

test('push messages on an iPhone are said to need the home screen', async ({ browser }) => {
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

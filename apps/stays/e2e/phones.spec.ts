import { type BrowserContext, expect } from '@playwright/test';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { test } from './test-with-own-address';

// Another test may be on this stay, too, with a browser of another kind.
const roomCode = 'RM-PAM23456';
const pin = '428193';

const android =
  'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

async function answerPin({ verification }: OrderScreen, typed: string): Promise<void> {
  await verification.getByLabel('PIN').fill(typed);
  await verification.getByRole('button', { name: 'Continue' }).click();
}

async function openStay(context: BrowserContext): Promise<OrderScreen> {
  const screen = new OrderScreen(await context.newPage());
  await screen.open(roomCode);
  await screen.page.locator('[data-action="stay"]').first().click();
  await expect(screen.verification).toBeVisible();
  return screen;
}

test('a guest is told that a PIN has six digits, gets in with it, and signs out a device that is not theirs', async ({
  context,
  openBrowser,
}) => {
  const theirs = await openStay(await openBrowser({ userAgent: android }));
  await answerPin(theirs, pin);
  await expect(theirs.page.getByRole('button', { name: 'Signed-in devices' })).toBeVisible();

  const own = await openStay(context);
  const requests: string[] = [];
  own.page.on('request', (request) => requests.push(request.url()));
  await answerPin(own, '12');
  await expect(own.verification).toContainText('Six digits, please.');
  expect(requests.filter((url) => url.endsWith('/verify'))).toEqual([]);
  await answerPin(own, '428 193');

  await own.page.getByRole('button', { name: 'Signed-in devices' }).click();
  const sheet = own.page.getByRole('dialog', { name: 'Signed-in devices' });
  await expect(sheet.getByRole('listitem').first()).toContainText('This device');
  const foreign = sheet.getByRole('listitem').filter({ hasText: 'Android, Chrome' });
  await expect(foreign).toHaveCount(1);
  await foreign.getByRole('button', { name: 'Sign out Android, Chrome' }).click();
  await foreign.getByRole('button', { name: 'Yes, sign out' }).click();
  await expect(sheet.getByText('“Android, Chrome” is signed out.')).toHaveCount(1);
  await expect(foreign).toHaveCount(0);

  await theirs.page.goto(`${product.staysUrl}/stay/room/${roomCode}`);
  await expect(theirs.page.getByText('Your session has ended.')).toBeVisible();
  await expect(theirs.page.getByRole('button', { name: 'Signed-in devices' })).toHaveCount(0);
});

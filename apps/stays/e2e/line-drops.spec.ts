import { expect, type Page, type TestInfo } from '@playwright/test';
import { IncidentScreen } from './incident-screen';
import { makeNote, OrderScreen } from './order-screen';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';
import { UnreliableProxy } from './unreliable-proxy';

test.use({ serviceWorkers: 'allow' });

/** Takes a picture of what the guest sees at this point of the walk. */
function takePictures(page: Page, testInfo: TestInfo): (name: string) => Promise<void> {
  let number = 0;
  return async (name) => {
    number += 1;
    await page.screenshot({ path: testInfo.outputPath(`${number}-${name}.png`) });
  };
}

test('a guest scans, orders and reports on a line that drops three times, and is told each time what is so', async ({
  page,
  context,
}, testInfo) => {
  const proxy = new UnreliableProxy();
  const url = await proxy.start();
  const takePicture = takePictures(page, testInfo);
  const [orders, incidents, note] = [new OrderScreen(page), new IncidentScreen(page), makeNote()];
  const title = `The lamp flickers ${note}`;
  const strip = page.locator('p:not(#news)', { hasText: 'This page stays readable' });
  try {
    await new RoomScreen(page).scan('RM-DRM23456', url);
    await expect(new RoomScreen(page).password).toBeVisible();
    await orders.add('Padlock');
    await expect(orders.bar).toContainText('€');

    // First: the phone leaves the WiFi while the guest looks at the page.
    await context.setOffline(true);
    await expect(strip).toBeVisible();
    await expect(orders.bar).toContainText('Kept until you are online');
    await takePicture('page-offline');
    await orders.bar.click();
    await expect(orders.cart.getByText('Nothing is lost')).toBeVisible();
    await orders.note.fill(note);
    await orders.placeButton.click();
    await expect(orders.cart.getByText('Your order is kept on this phone.')).toBeVisible();
    await takePicture('cart-kept');
    await context.setOffline(false);
    await expect(orders.cart.getByText('Send your order now?')).toBeVisible();
    await takePicture('cart-to-be-sent');
    await orders.cart.getByRole('button', { name: 'Send now' }).click();

    // Second: the WiFi stays on and leads nowhere while the guest answers the question.
    await expect(orders.verification).toBeVisible();
    proxy.setMode('hanging');
    await orders.verification.getByLabel('Last name').fill('van der Berg');
    await orders.verification.getByRole('button', { name: 'Continue' }).click();
    await expect(orders.verification.getByText('Nothing is lost').first()).toBeVisible();
    await takePicture('question-offline');
    proxy.setMode('forwarding');
    await expect(orders.verification.getByText('No connection. Nothing is lost.')).toHaveCount(0);
    await orders.answer('van der Berg');
    await expect(orders.order(note)).toHaveCount(1);
    await expect(orders.order(note)).toContainText('Sent');
    // The page under the sheet has been rendered anew for the verified guest.
    await expect(page.locator('#stay')).toBeVisible();
    await takePicture('order-placed');

    // Third: the line drops over the list of orders and stays away for the report.
    await context.setOffline(true);
    await expect(orders.orders.getByText(/This is how it was/)).toBeVisible();
    await takePicture('orders-old');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !window.history.state?.sheets);
    await incidents.tapReport();
    await incidents.write(title, 'Above the bed.');
    await incidents.send();
    await expect(incidents.report.getByText('The connection is gone.')).toBeVisible();
    await expect(incidents.report.getByRole('link', { name: /Call the desk/ })).toBeVisible();
    await takePicture('report-kept');
    await context.setOffline(false);
    await expect(incidents.report.getByText('No connection. Nothing is lost.')).toHaveCount(0);
    await incidents.send();
    await expect(incidents.list.getByText(title).first()).toBeVisible();
    await takePicture('report-sent');
    await page.keyboard.press('Escape');
    await expect(strip).toHaveCount(0);
    await takePicture('page-online');
  } finally {
    proxy.stop();
  }
});

import { expect, type Page } from '@playwright/test';
import { BookingScreen } from './entry-screens';
import { HeldRequests } from './held-requests';
import { IncidentScreen } from './incident-screen';
import { makeNote, OrderScreen } from './order-screen';
import { PropertyPageScreen } from './property-page-screen';
import { test } from './test-with-own-address';

/** Counts the requests to the server by their method and the last part of their path. */
function countWrites(page: Page): Map<string, number> {
  const counts = new Map<string, number>();
  page.on('request', (request) => {
    const end = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    const name = `${request.method()} ${request.method() === 'DELETE' ? 'order' : end}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return counts;
}

test('proving, ordering and cancelling with both thumbs has one effect each', async ({ page }) => {
  const [screen, note] = [new OrderScreen(page), makeNote()];
  const writes = countWrites(page);
  await screen.open('RM-SUNSET22');
  await screen.add('Local lager');
  await screen.bar.click();
  await screen.note.fill(note);
  await screen.placeButton.dblclick();
  await screen.verification.getByLabel('Last name').fill('Nobody');
  const held = new HeldRequests();
  await page.route('**/verify', async (route) => {
    await held.waitForRelease();
    await route.continue();
  });
  await screen.verification.getByRole('button', { name: 'Continue' }).dblclick();
  held.release();
  await expect(screen.verification.getByText('This does not match a stay here.')).toBeVisible();
  expect(writes.get('POST verify')).toBe(1);
  await screen.verification.getByLabel('Last name').fill('Johnson');
  await screen.verification.getByRole('button', { name: 'Continue' }).dblclick();
  const order = screen.order(note);
  await expect(order).toHaveCount(1);
  expect(writes.get('POST verify')).toBe(2);
  // The first was refused, because the stay was not verified yet.
  expect(writes.get('POST orders')).toBe(2);
  await order.getByRole('button', { name: 'Cancel the order' }).click();
  await order.getByRole('button', { name: 'Yes, cancel it' }).dblclick();
  await expect(order.getByRole('heading')).toContainText('Cancelled');
  expect(writes.get('DELETE order')).toBe(1);
});

test('the second tap of a double tap does nothing on the sheet that the first one opened', async ({
  page,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.add('Local lager');
  await screen.bar.click();
  await expect(screen.placeButton).toBeVisible();
  await page.evaluate(tapOnceMoreOnNextSheet);
  await screen.placeButton.click();
  await expect(screen.verification.getByLabel('Last name')).toBeVisible();
  await expect(screen.verification).toHaveAttribute('data-tapped');
  await expect(screen.verification.getByLabel('Booking code')).toBeHidden();
  await screen.verification.getByRole('button', { name: 'booking code' }).click();
  await expect(screen.verification.getByLabel('Booking code')).toBeVisible();
});

/** Runs in the page. As soon as the next sheet opens, its last button gets the second click of a double click. */
function tapOnceMoreOnNextSheet(): void {
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target instanceof HTMLDialogElement && target.open && !('tapped' in target.dataset)) {
        target.dataset['tapped'] = '';
        const secondClick = new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true });
        [...target.querySelectorAll('button')].at(-1)?.dispatchEvent(secondClick);
      }
    }
  });
  observer.observe(document, { subtree: true, attributeFilter: ['open'] });
}

test('a report and a message to the desk that are sent by a double tap go out once', async ({ page }) => {
  const screen = new IncidentScreen(page);
  const writes = countWrites(page);
  await screen.openSession('WAKE-UP23');
  const title = `Door sticks ${Date.now()}`;
  await screen.write(title, '');
  await screen.report.getByRole('button', { name: 'Send to the desk' }).dblclick();
  const own = screen.list.getByRole('listitem').filter({ hasText: title }).first();
  await own.getByLabel('Write to the desk').fill('Only in the evening.');
  await own.getByRole('button', { name: 'Send' }).dblclick();
  await expect(own.getByText('Only in the evening.')).toHaveCount(1);
  expect(writes.get('POST incidents')).toBe(1);
  expect(writes.get('POST replies')).toBe(1);
});

test('a plain form that is sent by a double tap is sent once', async ({ page }) => {
  const writes = countWrites(page);
  const propertyPage = new PropertyPageScreen(page);
  await propertyPage.open('palm-resort');
  await propertyPage.search(130, 132);
  await propertyPage.page.getByRole('radio').first().check();
  await propertyPage.fill({ firstName: 'Lan', lastName: 'Pham', email: 'lan@example.com' });
  await propertyPage.page.getByRole('button', { name: 'Send request' }).dblclick();
  await expect(propertyPage.code).toBeVisible();
  expect(writes.get('POST request')).toBe(1);

  const booking = new BookingScreen(page);
  await booking.follow('BK-BED222');
  await booking.lastName.fill('O’Brien');
  await page.getByRole('button', { name: 'Open my stay' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aoife');
  expect(writes.get('POST enter')).toBe(1);
  await page.getByRole('button', { name: 'Sign out' }).dblclick();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(writes.get('POST sign-out')).toBe(1);
});

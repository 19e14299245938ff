import { expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { holdUndo } from './hold-undo';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

const place = `${product.backofficeUrl}/p/sunset-hotel`;

test('a guest without a booking gets a code, opens the stay with it, and is signed out when the desk ends it', async ({
  page,
  browser,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await page.goto(`${place}/sessions`);
  await expect(screen.heading).toHaveText('Access codes');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'New code' }).first().click();
  await expect(screen.heading).toHaveText('New access code');

  // A slip in the number makes no room without a question.
  await page.getByLabel('Room number').fill('2004');
  await page.getByLabel('Name (if you like)').fill('Minh');
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(page.getByText('There is no room with this number.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Add a room with this number')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Room number').fill('204');
  await page.getByRole('button', { name: 'Make the code' }).click();

  await expect(screen.heading).toHaveText('Minh');
  const code = (await page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).textContent()) ?? '';
  await expect(page.getByRole('img', { name: `QR code of the access code ${code}` })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const phone = await (await openPhone(browser)).newPage();
  await phone.goto(`${product.staysUrl}/session/${code}`);
  await expect(phone.getByRole('heading', { name: 'Your stay' }).first()).toBeVisible();

  // The desk sees the device by itself once it reads the screen anew.
  await page.reload();
  await expect(page.getByText('Last seen')).toBeVisible();
  await page.getByRole('link', { name: 'Print a card' }).click();
  await expect(page.getByRole('img', { name: `QR code of the access code ${code}` })).toBeVisible();
  await expect(
    page.getByText('Scan with your phone: WiFi, information and help for your room'),
  ).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the code' }).click();

  await page.getByRole('link', { name: 'Change name or end' }).click();
  const later = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Valid until').fill(later);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^End: .* → /)).toBeVisible();

  await page.getByRole('button', { name: 'End it now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End it now' }).click();
  await expect(page.getByText('Ended. The code opens nothing any more.')).toBeVisible();
  await holdUndo(page);
  // The screen shows it too, a moment after the message: what is read below is then news.
  await expect(page.getByText(/^The code opens nothing\. It was for room SUN-204/)).toBeVisible();
  await expect(phone).toHaveURL(/signed-out/);
  const session = await phone.context().request.get(`${product.staysUrl}/api/stay/session`);
  expect(session.status()).toBe(401);
  // The message of the new end may still be there, with an Undo of its own.
  const message = page.getByRole('dialog', { name: 'Ended. The code opens nothing any more.' });
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^The code opens room SUN-204/)).toBeVisible();
  await phone.goto(`${product.staysUrl}/session/${code}`);
  await expect(phone.getByRole('heading', { name: 'Your stay' }).first()).toBeVisible();
});

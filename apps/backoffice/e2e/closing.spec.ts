import { expect, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { holdUndo } from './hold-undo';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

const place = `${product.backofficeUrl}/p/sunset-hotel`;

test('a report closes its room from today, which is seen on the room, and the room is put back in use there', async ({
  page,
  browser,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  // A room of this journey alone, whose guest has an access code.
  const number = `R${String(Date.now() % 100_000).replaceAll('0', '9')}`; // never 203 or 204, which others look for
  await page.goto(`${place}/sessions/new`);
  await page.getByLabel('Room number').fill(number);
  await page.getByRole('button', { name: 'Make the code' }).click();
  await page.getByLabel('Add a room with this number').check();
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(screen.heading).toHaveText(`SUN-${number}`);
  const code = (await page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).textContent()) ?? '';

  const phone = await (await openPhone(browser)).newPage();
  await phone.goto(`${product.staysUrl}/session/${code}`);
  await phone.locator('[data-action="report"]').first().click();
  const form = phone.getByRole('dialog', { name: 'Report a problem' });
  const title = `Water drips ${number}`;
  await form.getByLabel('What is wrong?').fill(title);
  await form.getByText('At once').click();
  await form.getByRole('button', { name: 'Send to the desk' }).click();
  await expect(phone.getByRole('dialog', { name: 'My reports' })).toContainText(title);

  await page.goto(`${place}/reports`);
  await page.getByRole('link', { name: title }).click();
  await expect(screen.heading).toHaveText(title);
  const report = page.url();
  await page.getByRole('button', { name: 'Close the room' }).click();
  await holdUndo(page);
  await expect(page.getByText('The room is closed.')).toBeVisible();
  const closed = page.getByText(/is out of order because of this report/);
  await expect(closed).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(closed).toHaveCount(0);
  await page.getByRole('button', { name: 'Close the room' }).click();
  await expect(closed).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole('link', { name: `Open room ${number}` }).click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: `It is clean: room ${number}` }).click();
  await expect(page.getByText('Clean. Guests can be checked in.')).toBeVisible();
  await page.goto(report);
  await expect(page.getByRole('button', { name: 'Close the room' })).toBeVisible();
});

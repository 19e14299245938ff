import { type Browser, expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { PropertyPageScreen } from '../../stays/e2e/property-page-screen';
import { holdUndo } from './hold-undo';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

/** A guest asks for a bed on the property's page in this language. Returns the booking code. */
async function request(
  browser: Browser,
  { locale, lastName, from }: { locale: 'en' | 'vi'; lastName: string; from: number },
): Promise<string> {
  const phone = await openPhone(browser, { viewport: { width: 360, height: 740 }, locale: 'en' });
  const screen = new PropertyPageScreen(await phone.newPage());
  await screen.open('sunset-hotel');
  await screen.search(from, from + 1);
  await screen.page.locator('input[type="radio"]').first().check();
  await screen.fill({ firstName: 'Ánh', lastName, email: `${lastName.toLowerCase()}@example.com` });
  if (locale !== 'en') {
    await phone.addCookies([{ name: 'locale', value: locale, url: product.staysUrl }]);
  }
  await screen.send();
  const code = (await screen.code.first().textContent()) ?? '';
  await phone.close();
  return code;
}

async function openBooking(page: Page, code: string): Promise<void> {
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/bookings?q=${code}`);
  await page.getByRole('main').locator('a[href*="/bookings/"]').filter({ hasText: 'Ánh' }).click();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
}

test('the answer to a request is mailed in the language of the guest, and one that is undone before is not', async ({
  page,
  browser,
}) => {
  const undone = await request(browser, { locale: 'en', lastName: 'Undone', from: 200 });
  const told = await request(browser, { locale: 'vi', lastName: 'Told', from: 210 });
  const screen = new OwnerScreen(page);
  await screen.signIn('staff@example.com');

  await openBooking(page, undone);
  await expect(page.getByText('A mail with your answer goes to undone@example.com in English')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await holdUndo(page);
  await expect(page.getByText('Confirmed. A mail tells the guest in a minute.')).toBeVisible();
  await expect(page.getByText('If you undo your answer before, nothing is sent.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('Requested', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Mails to the guest' })).toHaveCount(0);

  await openBooking(page, told);
  await expect(page.getByText('told@example.com in Vietnamese')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('Your answer: confirmed')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // The screen shows by itself that the mail was sent, which is a minute later.
  await expect(page.getByText(/^Sent /)).toBeVisible({ timeout: 240_000 });
  const mails = await browser.newPage();
  await mails.goto(`${product.supabaseUrl}/_mail`);
  const mail = mails.locator('article[data-to="told@example.com"]');
  await expect(mail.getByRole('heading')).toHaveText(
    'Sunset Hotel: kỳ lưu trú của quý khách đã được xác nhận',
  );
  await expect(mail.frameLocator('iframe').getByText(told)).toBeVisible();
  await expect(mails.locator('article[data-to="undone@example.com"]')).toHaveCount(0);

  await page.getByRole('button', { name: 'Send by mail to told@example.com' }).click();
  await expect(page.getByText('The mail with the code is on its way.')).toBeVisible();
  await expect(page.getByText(/^Sent /)).toHaveCount(2, { timeout: 60_000 });
  await mails.reload();
  await expect(mail.getByRole('heading').first()).toHaveText('Sunset Hotel: mã đặt phòng của quý khách');
});

test('an invitation with an address is mailed, and its link opens it', async ({ page, browser }) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await page.goto(`${product.backofficeUrl}/p/palm-resort/members/new`);
  await page.getByRole('radio', { name: /^Housekeeper/ }).check();
  await page.getByLabel('Email (if you like)').fill('not an address');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('This is not an email address.')).toBeVisible();
  await page.getByLabel('Email (if you like)').fill('mailed@example.com');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('link', { name: 'Read the mail to mailed@example.com here' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const mails = await browser.newPage();
  const mail = mails.locator('article[data-to="mailed@example.com"]');
  await expect(async () => {
    await mails.goto(`${product.supabaseUrl}/_mail`);
    await expect(mail).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  const link = (await mail.locator('a[href*="/join#"]').first().getAttribute('href')) ?? '';
  const own = await page.locator('#invitation-link').textContent();
  expect(link).not.toBe(own);
  await new OwnerScreen(mails).signIn('other@example.com');
  await mails.goto(link);
  await expect(mails.getByText('Palm Resort').first()).toBeVisible();
});

test('what failed has a screen of its own for managers, and says that everything was sent', async ({
  page,
}) => {
  const screen = new OwnerScreen(page);
  await screen.signIn('owner@example.com');
  await page.goto(`${product.backofficeUrl}/p/palm-resort/settings`);
  await page.getByRole('link', { name: /^Messages that failed/ }).click();
  await expect(screen.heading).toHaveText('Messages that failed');
  await expect(page.getByText('Everything was sent')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

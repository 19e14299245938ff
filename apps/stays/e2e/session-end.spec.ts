import { type BrowserContext, expect } from '@playwright/test';
import { BookingScreen } from './entry-screens';
import { holdSessionQuestions } from './hold-session-questions';
import { IncidentScreen } from './incident-screen';
import { OrderScreen } from './order-screen';
import { product } from './product';
import { RoomScreen } from './room-screen';
import { test } from './test-with-own-address';

/** Does what a browser does when the session's cookie expires: drops this cookie and no other. */
function dropSessionCookie(context: BrowserContext): Promise<void> {
  return context.clearCookies({ name: 'gudbro_guest' });
}

test('a room’s page says that the session has run out, still has the draft, and offers the way back in', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await expect(page.getByText('Your session has ended')).toHaveCount(0);
  await page.locator('[data-action="stay"]').first().click();
  await screen.answer('Johnson');
  await expect(page.locator('h1')).toContainText('Sarah');
  const report = new IncidentScreen(page);
  await report.tapReport();
  await report.write('The lamp flickers', 'By the bed.');

  await dropSessionCookie(context);
  await page.reload();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(new RoomScreen(page).password).toHaveText('lantern-tide-42');
  await report.tapReport();
  await expect(report.report.getByLabel('What is wrong?')).toHaveValue('The lamp flickers');
  await report.close();
  await page.getByRole('button', { name: 'Open my stay again' }).click();
  await expect(report.verification).toContainText('Welcome back');
  await report.answer('Johnson');
  await expect(page.locator('h1')).toContainText('Sarah');
  await expect(page.getByText('Your session has ended.')).toHaveCount(0);
});

test('when the session ends in an open page, sending a report asks for proof and then goes through', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await page.locator('[data-action="stay"]').first().click();
  await screen.answer('Johnson');
  const report = new IncidentScreen(page);
  await report.tapReport();
  const title = `Dripping tap ${Date.now()}`;
  await report.write(title, '');
  await dropSessionCookie(context);
  await report.send();
  await expect(report.verification).toContainText('Your session has ended. Nothing you typed is lost');
  await report.answer('Johnson');
  await expect(report.list.getByText(title)).toHaveCount(1);
});

test('after the session ended a guest who closes the question gets it again at the next tap', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-SUNSET22');
  await page.locator('[data-action="stay"]').first().click();
  await screen.answer('Johnson');
  await expect(page.getByRole('button', { name: 'My reports' })).toBeVisible();
  await holdSessionQuestions(page);
  await dropSessionCookie(context);
  const report = new IncidentScreen(page);
  for (const [name, sheet] of [
    ['My orders', screen.orders],
    ['My reports', report.list],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect(report.verification).toBeVisible();
    await report.close();
    await expect(sheet).toBeHidden();
  }
  await page.getByRole('button', { name: 'My reports' }).click();
  await report.answer('Johnson');
  await expect(report.list).toBeVisible();
});

test('a booking’s page says that the session has ended, and says nothing of it to another browser', async ({
  page,
  context,
  openBrowser,
}) => {
  const booking = new BookingScreen(page);
  await booking.follow('BK-BED333');
  await booking.enter('Van der Berg');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pieter');
  await dropSessionCookie(context);
  await booking.follow('BK-BED333');
  await expect(page.getByText('Your session has ended. Enter the name once more')).toBeVisible();
  await booking.follow('BK-BED222');
  await expect(booking.lastName).toBeVisible();
  await expect(page.getByText('Your session has ended')).toHaveCount(0);

  const stranger = await openBrowser();
  const theirs = new BookingScreen(await stranger.newPage());
  await theirs.follow('BK-BED333');
  await expect(theirs.lastName).toBeVisible();
  await expect(theirs.page.getByText('Your session has ended')).toHaveCount(0);
  expect((await stranger.cookies(product.staysUrl)).map(({ name }) => name)).not.toContain('gudbro_had_stay');
});

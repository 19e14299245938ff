import { expect } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { HeldRequests } from './held-requests';
import { IncidentScreen } from './incident-screen';
import { makePng } from './make-png';
import { prove } from './states/state';
import { test } from './test-with-own-address';

test('a guest who only browsed reports a problem with a photo, proves the stay in place, and sees the report', async ({
  page,
}) => {
  const screen = new IncidentScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.write('The kettle sparks', 'It is on the desk by the window.');
  await screen.report.getByText('At once').click();
  await screen.addPhoto(makePng());
  await expect(screen.report.getByRole('img', { name: 'Photo 1' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await screen.send();

  await expect(screen.verification).toBeVisible();
  await screen.answer('johnson');
  await expect(screen.list).toBeVisible();
  const own = screen.list.getByRole('listitem').filter({ hasText: 'The kettle sparks' }).first();
  await expect(own).toContainText('Reported');
  await expect(own).toContainText('1 photo');
  expect(await findViolations(page)).toEqual([]);

  await own.getByLabel('Write to the desk').fill('We have pulled the plug.');
  await own.getByRole('button', { name: 'Send' }).click();
  await expect(own.getByText('We have pulled the plug.')).toBeVisible();
  await expect(own.getByLabel('Write to the desk')).toHaveValue('');
});

test('the report scrolls in one place, and what is most urgent offers the desk’s phone', async ({ page }) => {
  const screen = new IncidentScreen(page);
  // With the areas, which only a guest with proof sees, the form is longer than the sheet.
  await prove(page);
  await screen.open('RM-SUNSET22');
  await screen.report.getByLabel('Where is it?').waitFor();
  const overflow = await screen.report.evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight);
  expect(overflow).toBe(0);
  expect(await screen.report.evaluate(countScrollers)).toBe(1);

  const urgencies = screen.report.getByRole('radio');
  await expect(urgencies).toHaveCount(4);
  const words = await screen.report.locator('label:has([name=priority]) .font-semibold').allTextContents();
  expect(words).toEqual(['Not urgent', 'Soon', 'Today', 'At once']);
  const values = await urgencies.evaluateAll((radios) => radios.map((radio) => radio.getAttribute('value')));
  expect(values).toEqual(['low', 'medium', 'high', 'urgent']);
  const call = screen.report.getByRole('link', { name: 'Call now' });
  await expect(call).toHaveCount(0);
  await screen.report.getByText('At once').click();
  await expect(call).toHaveAttribute('href', 'tel:+842365550118');
  await screen.report.getByText('Today').click();
  await expect(call).toHaveCount(0);
});

/** How many elements of the sheet scroll, itself included. */
function countScrollers(sheet: Element): number {
  return [sheet, ...sheet.querySelectorAll('*:not(textarea)')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY),
  ).length;
}

test('a report being written survives closing, a reload and a lost connection, and arrives once', async ({
  page,
  context,
}) => {
  const screen = new IncidentScreen(page);
  const title = `Loud pipe ${Date.now()}`;
  await screen.open('RM-BEACH234');
  await screen.write(title, 'Behind the mirror.');
  await screen.close();
  await expect(screen.report).toBeHidden();
  await page.reload();
  await screen.tapReport();
  await expect(screen.report.getByLabel('What is wrong?')).toHaveValue(title);
  await expect(screen.report.getByLabel('More about it (optional)')).toHaveValue('Behind the mirror.');

  await context.setOffline(true);
  await expect(screen.report.getByText('No connection. Nothing is lost.')).toBeVisible();
  await screen.send();
  await expect(screen.report.getByText('The connection is gone')).toBeVisible();
  await context.setOffline(false);
  await expect(screen.report.getByRole('alert')).toContainText('You are online again.');
  // A double tap sends one report. This property verifies with the method `none`, so no question opens.
  await screen.report.getByRole('button', { name: 'Send to the desk' }).dblclick();
  await expect(screen.list).toBeVisible();
  await expect(screen.list.getByText(title)).toHaveCount(1);
  await screen.list.getByRole('button', { name: 'Report something else' }).click();
  await expect(screen.report.getByLabel('What is wrong?')).toHaveValue('');
});

test('a report that is changed after its response was lost is a second report beside the first', async ({
  page,
}) => {
  const screen = new IncidentScreen(page);
  const title = `Warm fridge ${Date.now()}`;
  await screen.openSession('WAKE-UP23');
  await screen.write(title, 'It hums.');
  // The report is saved, but its response does not arrive.
  await page.route('**/incidents', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await screen.send();
  // The next probe finds the line again.
  await expect(screen.report.getByRole('alert')).toContainText(/The connection is gone|You are online again/);
  await page.unroute('**/incidents');
  await screen.write(title, 'It hums, and the milk is sour.');
  await expect(screen.report.getByText('The first version may have arrived')).toBeVisible();
  await screen.send();
  await expect(screen.list.getByText('It hums, and the milk is sour.')).toBeVisible();
  await expect(screen.list.getByText(title)).toHaveCount(2);
});

test('text added while a message to the desk is being sent stays in the field', async ({ page }) => {
  const screen = new IncidentScreen(page);
  const title = `Thin curtain ${Date.now()}`;
  // In another stay than the tests above, since a stay may send only five reports and messages a minute.
  await screen.open('RM-DRM23456');
  await screen.write(title, '');
  await screen.send();
  await screen.answer('van der Berg');
  const own = screen.list.getByRole('listitem').filter({ hasText: title }).first();
  const heldRequests = new HeldRequests();
  await page.route('**/replies', async (route) => {
    await heldRequests.waitForRelease();
    await route.continue();
  });
  const field = own.getByLabel('Write to the desk');
  await field.fill('It lets the light in.');
  await own.getByRole('button', { name: 'Send' }).click();
  await field.fill('It lets the light in. From six on.');
  heldRequests.release();
  await expect(own.getByText('It lets the light in.', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('It lets the light in. From six on.');
});

test('a report is written, sent and read by keyboard alone', async ({ page }) => {
  const screen = new IncidentScreen(page);
  await screen.open('RM-BEACH234');
  await screen.close();
  const button = page.locator('[data-action="report"]').first();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await screen.report.getByLabel('What is wrong?').focus();
  const title = `Dark stairs ${Date.now()}`;
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(screen.list.getByText(title)).toBeVisible();
});

test('a photo that can’t be used and a server that is busy are said apart, and the report can be sent without photos', async ({
  page,
}) => {
  const screen = new IncidentScreen(page);
  const title = `Dark lamp ${Date.now()}`;
  await screen.open('RM-BEACH234');
  await screen.write(title, '');
  // This browser cannot read it either, so it is sent as it is.
  await screen.addPhoto(Buffer.from('not a picture'));
  await expect(screen.report.getByRole('button', { name: 'Remove photo 1' })).toBeVisible();
  await screen.send();
  await expect(screen.report.getByRole('alert')).toContainText('One of the photos can’t be used');

  const busy = { error: 'unavailable', reason: 'photos_are_waiting', retryAfterSeconds: 10, requestId: 'r' };
  const reports = '**/api/stay/*/incidents';
  await page.route(reports, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, json: busy }) : route.fallback(),
  );
  await screen.send();
  await expect(screen.report.getByRole('alert')).toContainText('try again in 10 seconds');
  expect(await findViolations(page)).toEqual([]);
  await page.unroute(reports);

  await screen.report.getByRole('button', { name: 'Remove photo 1' }).click();
  await expect(screen.report.getByText('may have arrived')).toBeHidden();
  await screen.send();
  await expect(screen.list.getByText(title)).toHaveCount(1);
});

test('an empty report and an empty answer say in our own words what is missing, and are not sent', async ({
  page,
}) => {
  const screen = new IncidentScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.send();
  await expect(screen.report.getByRole('alert')).toHaveText('Please say in a few words what is wrong.');
  await expect(screen.report.getByLabel('What is wrong?')).toBeFocused();
  await screen.write('The lamp flickers', '');
  await screen.send();
  const question = page.getByRole('dialog', { name: 'Is it you?' });
  await question.getByRole('button', { name: 'Continue' }).click();
  await expect(question.getByRole('alert')).toHaveText('Please fill this in completely.');
  await question.getByRole('button', { name: 'I have a booking code' }).click();
  await question.getByRole('button', { name: 'Continue' }).click();
  await expect(question.getByLabel('Booking code')).toBeFocused();
  await expect(question.getByRole('alert')).toHaveText('Please fill this in completely.');
});

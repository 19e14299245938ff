import { type BrowserContext, expect, test } from '@playwright/test';
import sharp from 'sharp';
import { findViolations } from '../../../scripts/test/find-violations';
import { holdUndo } from './hold-undo';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';
import { withoutNews } from './without-news';

/** Reports from a phone in room 204 of Sunset Hotel, with a photo, and returns the report as its guest sees it. */
async function reportAsGuest(guest: BrowserContext, title: string) {
  const page = await guest.newPage();
  await page.goto(`${product.staysUrl}/session/WAKE-UP23`);
  await page.locator('[data-action="report"]').first().click();
  const form = page.getByRole('dialog', { name: 'Report a problem' });
  await form.getByLabel('What is wrong?').fill(title);
  await form.getByText('At once').click();
  const pixels = { width: 64, height: 48, channels: 3, background: 'tomato' } as const;
  const buffer = await sharp({ create: pixels }).png().toBuffer();
  const photo = { name: 'kettle.png', mimeType: 'image/png', buffer };
  await form.getByLabel('Choose photos').setInputFiles(photo);
  await expect(form.getByRole('img', { name: 'Photo 1' })).toBeVisible();
  await form.getByRole('button', { name: 'Send to the desk' }).click();
  const list = page.getByRole('dialog', { name: 'My reports' });
  const own = list.getByRole('listitem').filter({ hasText: title }).first();
  await expect(own).toContainText('Reported');
  return own;
}

test('a guest’s report appears at the desk, and its reply and steps on the guest’s phone', async ({
  page,
  browser,
}) => {
  const title = `The kettle sparks ${crypto.randomUUID().slice(0, 8)}`;
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/reports`);
  await expect(page.getByRole('region', { name: /^Open/ })).toBeVisible();
  const guest = await openPhone(browser);
  const own = await reportAsGuest(guest, title);

  const card = page.getByRole('region', { name: /^Open/ }).getByRole('listitem').filter({ hasText: title });
  await expect(card).toContainText('Room 204');
  await expect(card).toContainText('Urgent');
  await expect(page.getByRole('link', { name: /^Reports \d/ }).first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // Today has it too, until somebody begins.
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/today`);
  const waiting = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  await expect(waiting).toContainText('Room 204 · Urgent');
  expect(await findViolations(page)).toEqual([]);
  await waiting.getByRole('button', { name: `I see to it: ${title}` }).click();
  await holdUndo(page);
  await expect(waiting).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await waiting.getByRole('link', { name: title }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const photo = page.getByRole('img', { name: 'Photo 1' });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
  expect(await findViolations(page)).toEqual([]);

  await page.getByLabel('Message to the guest').fill('Please pull the plug. I am on my way.');
  await page.getByRole('button', { name: 'Send to the guest' }).click();
  await expect(page.getByLabel('Message to the guest')).toHaveValue('');
  await expect(own).toContainText('Please pull the plug.');
  await page.getByLabel('Note', { exact: true }).fill('The third kettle this month');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'The third kettle' })).toBeVisible();

  await page.getByRole('button', { name: 'I see to it' }).click();
  await expect(page.getByRole('button', { name: 'It is resolved' })).toBeVisible();
  await holdUndo(page);
  await expect(own).toContainText('Being worked on');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'I see to it' })).toBeVisible();
  // What the guest was told is untold.
  await expect(own).not.toContainText('Being worked on');
  await page.getByRole('button', { name: 'I see to it' }).click();
  await page.getByRole('button', { name: 'It is resolved' }).click();
  await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  await expect(own).toContainText('Solved');
  await expect(own).not.toContainText('third kettle');
  await guest.close();
});

test('the reports are filtered by priority and by who sees to them, which the address keeps', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/reports`);
  await page.getByLabel('How urgent', { exact: true }).selectOption('Urgent');
  await page.getByLabel('Who sees to it', { exact: true }).selectOption('Me');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/\?priority=urgent&assignee=mine$/);
  // No journey gives an urgent report to this person.
  await expect(page.getByText('No report matches.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Who sees to it', { exact: true })).toHaveValue('mine');
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.getByRole('region', { name: /^Open/ })).toBeVisible();
});

test('of two desks that sort one report the second sees both values and chooses', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('manager@example.com');
  const reports = `${product.backofficeUrl}/p/sunset-hotel/reports`;
  const context = await browser.newContext();
  const other = await context.newPage();
  await new OwnerScreen(other).signIn('owner@example.com');
  await withoutNews(page);
  await page.goto(reports);
  await page.getByRole('link', { name: 'WiFi is weak by the window' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('WiFi is weak by the window');
  await other.goto(page.url());
  await other.getByLabel('How urgent', { exact: true }).selectOption('High');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  await page.getByLabel('How urgent', { exact: true }).selectOption('Medium');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Somebody else saved this')).toBeVisible();
  await page.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await other.reload();
  await expect(other.getByLabel('How urgent', { exact: true })).toHaveValue('medium');
  await context.close();
});

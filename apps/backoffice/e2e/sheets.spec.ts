import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { OwnerScreen, product } from './owner-screen';

const sheets = `${product.backofficeUrl}/p/sunset-hotel/sheets`;

async function openSheets(page: Page): Promise<void> {
  await new OwnerScreen(page).signIn('owner@example.com');
  await expect(page).toHaveURL(/\/p\//);
  await page.goto(sheets);
  await expect(page.getByRole('img', { name: /first page/i })).toBeVisible();
}

test('an owner sees the first page, downloads the PDF, and finds its signs in the register', async ({
  page,
}) => {
  await openSheets(page);
  expect(await findViolations(page)).toEqual([]);
  await expect(page.getByText(`${product.staysUrl}/sunset-hotel`)).toBeVisible();
  const placeQr = await page.request.get(`${sheets}/qr?as=svg`);
  expect(placeQr.headers()['content-disposition']).toBe('attachment; filename="qr-sunset-hotel.svg"');
  expect(await placeQr.text()).toContain('<svg');
  await page.getByText('L7165').click();
  // How many depends on the rooms that other journeys have added.
  await expect(page.getByText(/\d+ pages?, \d+ signs/)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('signs-sunset-hotel-L7165.pdf');
  const pdf = await readFile(await download.path(), 'latin1');
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  await expect(page.getByText(/is in your downloads/)).toBeVisible();
  await page.getByRole('link', { name: 'What hangs where' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What hangs where' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Room 203' }).first().click();
  await expect(page.getByText(/as L7165|as a4/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

/** The labels of L7165 as its maker publishes them: width, height, columns, left, top and the steps, in millimetres. */
const maker = { width: 99.06, height: 67.73, left: 4.67, top: 13.04, stepX: 101.64, stepY: 67.73 };

test('on the print page each label is where its maker cuts it, to 0.2 mm', async ({ page, context }) => {
  await openSheets(page);
  await page.getByText('L7165').click();
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Print page' }).click();
  const printed = await opening;
  await printed.waitForLoadState();
  await printed.emulateMedia({ media: 'print' });
  const labels = await printed
    .locator('svg')
    .first()
    .evaluate((svg) => {
      const mm = 25.4 / 96;
      const paper = svg.getBoundingClientRect();
      return {
        paper: [paper.width * mm, paper.height * mm],
        labels: [...svg.querySelectorAll('[data-label]')].map((label) => {
          const { x, y, width, height } = label.getBoundingClientRect();
          return [x - paper.x, y - paper.y, width, height].map((value) => value * mm);
        }),
      };
    });
  expect(Math.abs((labels.paper[0] ?? 0) - 210)).toBeLessThan(0.2);
  expect(Math.abs((labels.paper[1] ?? 0) - 297)).toBeLessThan(0.2);
  expect(labels.labels.length).toBeGreaterThan(1);
  labels.labels.forEach(([x = 0, y = 0, width = 0, height = 0], index) => {
    expect(Math.abs(x - (maker.left + (index % 2) * maker.stepX))).toBeLessThan(0.2);
    expect(Math.abs(y - (maker.top + Math.floor(index / 2) * maker.stepY))).toBeLessThan(0.2);
    expect(Math.abs(width - maker.width)).toBeLessThan(0.2);
    expect(Math.abs(height - maker.height)).toBeLessThan(0.2);
  });
});

test('other rooms are shown without dropping what is chosen below them', async ({ page }) => {
  await openSheets(page);
  await page.getByText('L7165').click();
  await page.getByLabel('A sign for the place itself').check();
  await page.getByLabel('Tiếng Việt').check();
  await page.getByLabel('Room number').fill('203');
  await page.getByRole('button', { name: 'Show', exact: true }).filter({ visible: true }).click();
  await expect(page).toHaveURL(/q=203/);
  await expect(page.getByText('1 room chosen')).toBeVisible();
  await expect(page.getByText('1 page, 2 signs')).toBeVisible();
  await expect(page.getByRole('radio', { name: /L7165/ })).toBeChecked();
  await expect(page.getByLabel('A sign for the place itself')).toBeChecked();
  await expect(page.getByLabel('Tiếng Việt')).toBeChecked();
  await page.getByRole('button', { name: 'None', exact: true }).click();
  await expect(page.getByText('1 page, 1 sign', { exact: true })).toBeVisible();
});

test('who changes the WiFi reads before how many printed cards show it', async ({ page }) => {
  await openSheets(page);
  await page.getByRole('button', { name: 'None', exact: true }).click();
  await page.getByLabel(/A WiFi card for each network/).check();
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await expect(page.getByText(/is in your downloads/)).toBeVisible();
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/settings/wifi`);
  await expect(page.getByText('Printed cards show this WiFi')).toBeVisible();
  await expect(page.getByText(/^\d+ cards? with “.+”, printed on /).first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('another owner, a stranger and another site print nothing', async ({ browser }) => {
  const form = {
    format: 'a4-1',
    locale: 'en',
    colour: '#000000',
    offsetX: '0',
    offsetY: '0',
    firstLabel: '1',
    'place-sign': 'on',
  };
  const other = await browser.newContext();
  await new OwnerScreen(await other.newPage()).signIn('other@example.com');
  const owner = await browser.newContext();
  const ownPage = await owner.newPage();
  await new OwnerScreen(ownPage).signIn('owner@example.com');
  await expect(ownPage).toHaveURL(/\/p\//);
  const post = async (context: typeof other, origin: string, path: string) =>
    (await context.request.post(`${sheets}/${path}`, { multipart: form, headers: { origin } })).status();
  const nobody = await browser.newContext();
  for (const path of ['pdf', 'preview', 'print']) {
    expect([path, await post(other, product.backofficeUrl, path)]).toEqual([path, 404]);
    expect([path, await post(nobody, product.backofficeUrl, path)]).toEqual([path, 401]);
    expect([path, await post(owner, 'https://evil.test', path)]).toEqual([path, 403]);
  }
  expect(await post(owner, product.backofficeUrl, 'pdf')).toBe(200);
});

test('walking the rooms ticks off a good code and shouts at one behind another address', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await new OwnerScreen(page).signIn('owner@example.com');
  await expect(page).toHaveURL(/\/p\//);
  await page.goto(`${sheets}/walk`);
  await page.getByRole('button', { name: 'Start walking' }).click();
  const field = page.getByLabel('Or type the code');
  await field.fill('rm-sunset22');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Room 203: good')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await field.fill('https://evil.test/stay/room/RM-SUNSET22');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText(/Not yours/)).toBeVisible();
  await expect(page.getByText(/Foreign code: https:\/\/evil.test/)).toBeVisible();
  await field.fill(`${product.staysUrl}/sunset-hotel`);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('The sign of the place: good')).toBeVisible();
  await field.fill('WIFI:T:WPA;S:Free WiFi;P:come and get it;;');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText(/This network is not yours/)).toBeVisible();
  await expect(page.getByText('WiFi card of a network that is not yours: Free WiFi')).toBeVisible();
  await page.reload();
  // The walk goes on where it was.
  await expect(page.getByText(/1 of \d+ rooms/)).toBeVisible();
});

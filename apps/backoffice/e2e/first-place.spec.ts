import { type Browser, expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { startServedProduct } from '../../../scripts/test/start-served-product';
import { readMailedCode } from './read-mailed-code';
import { readPrintedSigns } from './read-printed-signs';

type EmptyProduct = { staysUrl: string; backofficeUrl: string; supabaseUrl: string };

/** The product without the demo, for this journey alone: it begins where an owner begins. */
let product: EmptyProduct;
let stop: () => Promise<void>;

// A browser that does not tell its country.
test.use({ locale: 'en' });

// In one worker, which starts one product.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  const served = await startServedProduct('journey-of-a-first-place', ['--empty']);
  product = JSON.parse(served.line);
  stop = served.stop;
});

test.afterAll(() => stop());

/** Opens an address on a guest's phone and looks for the WiFi of the place. */
async function expectWifiOnPhone(browser: Browser, address: string, room: string): Promise<void> {
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await phone.goto(address);
  await expect(phone.getByText('vinho verde 7')).toBeVisible();
  await expect(phone.getByText(room).first()).toBeVisible();
  await phone.close();
}

/** Downloads the signs of all rooms, as they are chosen at first. */
async function downloadSigns(page: Page): Promise<string> {
  await expect(page.getByText('4 rooms chosen')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^4 per A4 page/ })).toBeChecked();
  await expect(page.getByText('1 page, 4 signs')).toBeVisible();
  await expectNoViolations(page);
  const downloading = page.waitForEvent('download');
  await go(page, 'Download PDF');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('signs-casa-da-ana-a4-4.pdf');
  return download.path();
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
}

const go = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('from an empty database: sign-up, mailed code, six steps, printed signs, and a guest in a room is online', async ({
  page,
  browser,
}) => {
  const email = 'ana@example.com';
  await page.goto(product.backofficeUrl);
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('Your name').fill('Ana Sousa');
  await page.getByLabel('Email').fill(email);
  await go(page, 'Send me the code');
  await expect(page).toHaveURL(/sign-in\/confirm$/);
  await expectNoViolations(page);
  await page
    .getByLabel('Code from the email')
    .fill(await readMailedCode(browser, product.supabaseUrl, email));
  await page.getByLabel('New password').fill('a password of ten');
  await go(page, 'Confirm and go on');

  await expect(page).toHaveURL(/\/new$/);
  await expectNoViolations(page);
  await page.getByLabel('Name of the place').fill('Casa da Ana');
  await page.getByRole('radio', { name: /^Hostel/ }).check();
  await go(page, 'Save and go on');

  await expect(page).toHaveURL(/\/p\/casa-da-ana\/setup\/country$/);
  await page.getByLabel('Country').selectOption('PT');
  await go(page, 'Show what follows');
  await expect(page.getByText('Guests’ IDs by law: Portugal')).toBeVisible();
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon');
  await expectNoViolations(page);
  await go(page, 'Save and go on');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is the WiFi?');
  await page.getByLabel('Name of the network').fill('CasaAna');
  await page.getByLabel('Password').fill('vinho verde 7');
  await page.reload();
  await expect(page.getByText('What you typed and did not save is back.')).toBeVisible();
  await expect(page.getByLabel('Name of the network')).toHaveValue('CasaAna');
  await expect(page.getByLabel('Password')).toHaveValue('vinho verde 7');
  await go(page, 'Save and go on');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which rooms are there?');
  await page.getByLabel('Rooms', { exact: true }).fill('101–103, D1: 1-4');
  await page.getByLabel('Room type').fill('Quarto');
  await go(page, 'Show the list');
  await expectNoViolations(page);
  await go(page, 'Add these 4 rooms');
  await expect(page.getByText('4 rooms were added.')).toBeVisible();
  await go(page, 'Go on');

  await page.getByRole('checkbox', { name: 'No smoking in the rooms.' }).uncheck();
  await expect(page.getByRole('checkbox', { name: 'Emergency call: 112' })).toBeChecked();
  await expectNoViolations(page);
  await go(page, 'Add the ticked lines');

  await expect(page.getByRole('link', { name: 'Print the signs' })).toHaveAttribute(
    'href',
    '/p/casa-da-ana/sheets',
  );
  await expectNoViolations(page);
  const guestLink = await page
    .getByRole('link', { name: /what a guest in room 101 sees/ })
    .getAttribute('href');
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'de' });
  await phone.goto(guestLink ?? '');
  await expect(phone.getByText('vinho verde 7')).toBeVisible();
  await expect(phone.getByText('Nachtruhe ist von 22:00 bis 7:00 Uhr.')).toBeAttached();
  await expect(phone.getByText('In den Zimmern wird nicht geraucht.')).toHaveCount(0);
  await phone.close();

  await go(page, 'Done: open the place');
  await expect(page).toHaveURL(/\/p\/casa-da-ana\/today$/);
  await expect(page.getByText('not quite set up')).toHaveCount(0);

  const signStep = page.getByRole('link', { name: /A sign in each room/ });
  await expect(signStep).toContainText('Print the codes once');
  await signStep.click();
  await expect(page).toHaveURL(/\/p\/casa-da-ana\/sheets$/);
  const signs = await readPrintedSigns(await downloadSigns(page), 'a4-4', 4);
  expect(signs[0]).toBe(guestLink);
  expect(new Set(signs).size).toBe(4);
  for (const [index, room] of ['101', '102', '103', 'D1'].entries()) {
    await expectWifiOnPhone(browser, signs[index] ?? '', room);
  }
  await page.goto(`${product.backofficeUrl}/p/casa-da-ana/today`);
  await expect(signStep).toContainText('Done');
});

test('the set-up goes on where it was left, in another browser and without a script', async ({ browser }) => {
  const email = 'bo@example.com';
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${product.backofficeUrl}/sign-up`);
  await page.getByLabel('Tên của bạn').fill('Bơ');
  await page.getByLabel('Email').fill(email);
  await go(page, 'Gửi mã cho tôi');
  await page.getByLabel('Mã trong email').fill(await readMailedCode(browser, product.supabaseUrl, email));
  await page.getByLabel('Mật khẩu mới').fill('mật khẩu dài lắm');
  await go(page, 'Xác nhận và tiếp tục');
  await page.getByLabel('Tên chỗ nghỉ').fill('Nhà Bơ');
  await page.getByRole('radio', { name: /^Biệt thự/ }).check();
  await go(page, 'Lưu và tiếp tục');
  await expect(page.getByLabel('Múi giờ')).toHaveValue('Asia/Ho_Chi_Minh');
  await go(page, 'Lưu và tiếp tục');
  await go(page, 'Để sau');
  await expect(page).toHaveURL(/\/p\/nha-bo\/setup\/rooms$/);
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await expect(page).toHaveURL(/setup\/wifi$/);
  await context.close();

  const other = await browser.newContext({ locale: 'vi-VN' });
  const later = await other.newPage();
  await later.goto(`${product.backofficeUrl}/p/nha-bo/setup`);
  await later.getByLabel('Email').fill(email);
  await later.getByLabel('Mật khẩu').fill('mật khẩu dài lắm');
  await go(later, 'Đăng nhập');
  await expect(later).toHaveURL(/\/p\/nha-bo\/setup\/rooms$/);
  await later.getByRole('link', { name: 'Làm tiếp sau' }).click();
  await later.getByRole('link', { name: 'Tiếp tục bước 4 trên 6' }).click();
  await expect(later).toHaveURL(/\/p\/nha-bo\/setup\/rooms$/);
  await other.close();
});

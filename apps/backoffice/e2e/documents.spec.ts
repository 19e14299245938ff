import { expect, type Page, test } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { drawPassport, handInDocument } from './hand-in-document';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

// The first journey sets what the place asks for.
test.describe.configure({ mode: 'serial' });

const base = `${product.backofficeUrl}/p/sunset-hotel`;
const fields = { surname: 'Johnson', givenNames: 'Sarah', nationality: 'AU', birthDate: '1990-05-17' };

/** As a reader types the barcode of a licence: without its control signs, with Enter for each line. */
const licence = [
  '@',
  'ANSI 636000090002DL00410278ZV03190008DLDAQT64235789',
  ...[
    'DCSSAMPLE',
    'DACMICHAEL',
    'DADJOHN ALLEN',
    'DBD06062023',
    'DBB06061986',
    'DBA12102030',
    'DBC1',
    'DCGUSA',
  ],
];

/** The picture of the screen, once it is loaded. */
async function widthOfPicture(page: Page): Promise<number> {
  const picture = page.getByRole('img', { name: /^Page 1 of/ });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  return picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
}

test('a place asks for pictures, and the desk checks what a guest hands in, by keys, and takes it back', async ({
  page,
  browser,
}) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  await page.goto(`${base}/settings/documents`);
  await page.getByLabel('Guests’ IDs', { exact: true }).selectOption('Details and a picture');
  const told = page.getByRole('complementary', { name: 'What your guests are told' });
  await expect(told).toContainText('photograph their document');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  const phone = await openPhone(browser);
  const number = `PA${Date.now() % 10_000_000}`;
  const file = await drawPassport('SARAH JOHNSON', number);
  const first = await handInDocument(phone.request, { fields: { ...fields, documentNumber: number }, file });
  const second = await handInDocument(phone.request, { fields: { ...fields, documentNumber: number }, file });
  // Beside the name of the screen, wherever the desk is.
  await expect(page.getByRole('link', { name: /^Documents.*\d+ documents? to check$/ })).toBeVisible();

  await page.goto(`${base}/documents`);
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Sarah Johnson');
  expect(await findViolations(page)).toEqual([]);
  await page.goto(`${base}/documents/${first}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Passport of Sarah Johnson');
  expect(await widthOfPicture(page)).toBe(1260);
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByText('May 17, 1990')).toBeVisible();
  await expect(page.getByRole('region', { name: 'The same number elsewhere' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // Its address opens the picture once, and a reload is another look.
  const used = await page.getByRole('img', { name: /^Page 1 of/ }).getAttribute('src');
  const again = await page.request.get(`${product.backofficeUrl}${used}`);
  expect([again.status(), (await again.json()).error]).toEqual([404, 'not_found']);
  await page.reload();
  await widthOfPicture(page);
  const policy = await page.evaluate(async (src) => (await fetch(src)).status, used ?? '');
  expect(policy).toBe(404);

  await page.keyboard.press('s');
  await expect(page.getByText('Noted: seen in person.')).toBeVisible();
  await expect(page.getByText(/^Seen in person by/)).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Why is it rejected?' });
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await expect(dialog.getByLabel('Reason for the guest')).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /blurred/ }).click();
  await expect(dialog.getByLabel('Reason for the guest')).toHaveValue(/blurred/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // One key for each field; what is left is asked for once.
  const row = (name: RegExp) => page.getByRole('checkbox', { name });
  await page.keyboard.press('c');
  await expect(row(/^Surname: Johnson/)).toBeChecked();
  await expect(row(/^Given names/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(/^Given names/)).toBeChecked();
  await page.keyboard.press('Space');
  await page.keyboard.press('d');
  await expect(dialog.getByLabel('Reason for the guest')).toHaveValue(/^Nationality: what you typed/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await expect(page.getByRole('alert').filter({ hasText: 'You have not compared' })).toContainText('Number');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('v');
  const message = page.getByRole('dialog').filter({ hasText: 'Verified.' });
  await message.getByRole('button', { name: 'Undo' }).hover();
  await expect(page.getByText('Verified. The guest sees it now.')).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(first));
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();

  // The booking and Today have it too.
  await page.goto(`${base}/today`);
  await expect(page.getByRole('region', { name: /^Documents to check/ })).toContainText('Sarah Johnson');
  await page.goto(`${base}/documents/${second}`);
  await page.getByRole('link', { name: 'Booking BK-GUEST2' }).click();
  const own = page.getByRole('region', { name: 'Documents' });
  await expect(own.getByText('Guest who booked')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // All that the place has of the guest: each document by its name, and what the stay needs until it is over.
  await own.getByRole('link', { name: 'This guest’s data' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data of Sarah Johnson');
  const plan = page.getByRole('region', { name: 'Erase everything' }).getByRole('listitem');
  await expect(plan.filter({ hasText: 'Names of the guest' })).toContainText('the stay is not over');
  await expect(plan.filter({ hasText: 'Passport of Sarah Johnson' }).first()).toContainText('goes now');
  expect(await findViolations(page)).toEqual([]);

  // Erased with a reason, it is nowhere any more.
  await page.goto(`${base}/documents/${second}`);
  await page.getByRole('button', { name: 'Erase now …' }).click();
  const question = page.getByRole('dialog', { name: 'Erase this document?' });
  await expect(question).toContainText('Surname');
  const reason = question.getByLabel('Reason');
  await question.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(question.getByText('This is needed.')).toBeVisible();
  await expect(reason).toBeFocused();
  await reason.fill('The guest asked');
  await question.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Erased. Nothing of it can be read any more.')).toBeVisible();
  const gone = await page.request.get(`${base}/documents/${second}`);
  expect(gone.status()).toBe(404);
  await phone.close();
});

test('two at the desk decide at once, and a housekeeper has no such screen', async ({ page, browser }) => {
  const phone = await openPhone(browser);
  await phone.addCookies([{ name: 'locale', value: 'de', url: product.staysUrl }]);
  const id = await handInDocument(phone.request, {
    fields,
    file: await drawPassport('SARAH JOHNSON', 'L898902C3'),
  });
  const other = await browser.newPage();
  await new OwnerScreen(page).signIn('staff@example.com');
  await new OwnerScreen(other).signIn('manager@example.com');
  await other.goto(`${base}/documents/${id}`);
  await page.goto(`${base}/documents/${id}`);
  await other.keyboard.press('r');
  const dialog = other.getByRole('dialog', { name: 'Why is it rejected?' });
  const reason = dialog.getByLabel('Reason for the guest');
  await expect(reason).toHaveAccessibleDescription(/Their page is in German/);
  await dialog.getByRole('button', { name: /The picture is blurred.*Das Bild ist unscharf/ }).click();
  await expect(reason).toHaveValue(/^Das Bild ist unscharf/);
  expect(await findViolations(other)).toEqual([]);
  await reason.fill('Too dark');
  await page.keyboard.press('a');
  await page.keyboard.press('v');
  await expect(page.getByText('Verified. The guest sees it now.')).toBeVisible();
  // Within seconds the open question says so, and what is typed stays.
  await expect(dialog.getByRole('alert')).toContainText('this cannot be done now');
  await expect(reason).toHaveValue('Too dark');
  await expect(dialog.getByRole('button', { name: 'Reject', exact: true })).toHaveCount(0);
  await other.close();

  const housekeeper = await browser.newPage();
  await new OwnerScreen(housekeeper).signIn('housekeeper@example.com');
  await housekeeper.goto(`${base}/documents`);
  await expect(housekeeper.getByRole('heading', { level: 1 })).toHaveText('Your role does not open this');
  await expect(housekeeper.getByRole('link', { name: 'Documents' })).toHaveCount(0);
  await housekeeper.close();
  await phone.close();
});

test('a reader types documents into the form of the desk, at its speed, and sends nothing half-way', async ({
  page,
}) => {
  await new OwnerScreen(page).signIn('staff@example.com');
  await page.goto(`${base}/bookings?q=BK-GUEST2`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Sarah Johnson/ })
    .click();
  await page.getByRole('link', { name: 'Add a document at the desk' }).click();
  const reader = page.getByLabel('Reader or lines at the foot of the document');
  await expect(reader).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
  let sent = 0;
  page.on('request', (request) => {
    sent += request.method() === 'POST' ? 1 : 0;
  });
  const type = (lines: readonly string[]) => page.keyboard.type(lines.map((line) => `${line}\n`).join(''));
  const value = (label: string) => page.getByLabel(label, { exact: true });

  await type([
    'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<',
    'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0',
  ]);
  await expect(page.getByText('Read. Compare it with the document.')).toBeVisible();
  await expect(value('Surname')).toHaveValue('MUSTERMANN');
  await expect(value('Nationality')).toHaveValue('DE');
  await expect(value('Sex')).toHaveValue('F');
  await expect(value('Date of birth')).toHaveValue('1964-08-12');
  // The next one begins in an empty field.
  await expect(reader).toHaveValue('');
  await type([
    'I<UTOD231458907<<<<<<<<<<<<<<<',
    '7408122F1204159UTO<<<<<<<<<<<6',
    'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  ]);
  await expect(value('Surname')).toHaveValue('ERIKSSON');
  await expect(value('Given names')).toHaveValue('ANNA MARIA');
  await expect(value('Kind')).toHaveValue('id_card');
  await expect(reader).toHaveValue('');

  // Into the wrong field.
  await value('Number').focus();
  await type(licence);
  await expect(value('Surname')).toHaveValue('SAMPLE');
  await expect(value('Number')).toHaveValue('T64235789');
  await expect(value('Kind')).toHaveValue('driving_licence');
  expect(sent).toBe(0);

  // What is wrong stands beside its field, and the rest stays.
  await value('Date of birth').fill('2190-01-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(value('Date of birth')).toBeFocused();
  await expect(value('Date of birth')).toHaveAccessibleDescription('This day is still to come.');
  await expect(value('Surname')).toHaveValue('SAMPLE');
  expect(await findViolations(page)).toEqual([]);
  await value('Date of birth').fill('1986-06-06');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sarah Johnson');
});

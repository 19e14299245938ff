import { expect, type Page, type Request } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { Desk } from './desk';
import { DocumentScreen } from './document-screen';
import { makePng } from './make-png';
import { errorBody } from './states/state';
import { testWithCameraOn } from './test-with-camera-on';
import { test } from './test-with-own-address';

const sarah = { bookingCode: 'BK-GUEST2', lastName: 'Johnson' };
const aoife = { bookingCode: 'BK-BED222', lastName: 'O’Brien' };
const huong = { bookingCode: 'BK-BEACH2', lastName: 'Nguyễn' };

const documents = /\/api\/stay\/[^/]+\/documents$/;

test('a guest reads what the place asks for, agrees, adds a passport, and removes it again', async ({
  page,
}) => {
  const screen = new DocumentScreen(page);
  await screen.open(sarah);
  await expect(screen.terms).toContainText('Only Sunset Hotel.');
  await expect(screen.terms).toContainText('No picture. None is needed, and none can be sent.');
  const notice = screen.terms.getByRole('link', { name: 'Privacy notice of Sunset Hotel' });
  await expect(notice).toHaveAttribute('href', '/sunset-hotel/privacy');
  expect(await findViolations(page)).toEqual([]);
  await screen.terms.getByRole('button', { name: 'Continue' }).click();
  await expect(screen.terms.getByRole('alert')).toContainText('Please tick this first');
  await screen.agree();

  await screen.send();
  await expect(screen.form.getByRole('alert').first()).toHaveText('Please fill this in.');
  await expect(screen.form.getByLabel('Surname')).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
  await screen.fill('533401372');
  await screen.form.getByLabel('Date of birth').fill('2100-01-01');
  await screen.send();
  await expect(screen.form.getByRole('alert')).toHaveText('This day is still to come.');
  await screen.form.getByLabel('Date of birth').fill('1988-04-02');
  await screen.send();

  await expect(screen.list).toContainText('The desk has your document');
  await expect(screen.first).toContainText('Waiting to be checked');
  await expect(screen.first).toContainText('Nobody has looked at it yet.');
  expect(await findViolations(page)).toEqual([]);

  await screen.first.getByRole('button', { name: 'Remove' }).click();
  await expect(screen.first.getByRole('button', { name: 'No, keep it' })).toBeFocused();
  await screen.first.getByRole('button', { name: 'Yes, remove it' }).click();
  await expect(screen.list).toContainText('The document is removed.');
  await expect(screen.list).toContainText('There is no document here yet.');

  await addVisaOfChild(screen);
  await expect(screen.list).toContainText('Visa of Tom Johnson');
  await expect(screen.list).toContainText('It ends before your check-out');
  const desk = await Desk.signIn('owner@example.com');
  await desk.reviewDocuments('sunset-hotel', sarah.bookingCode, {
    status: 'rejected',
    reason: 'It is cut off.',
  });
  await expect(screen.first).toContainText('Not accepted');
  await expect(screen.first).toContainText('From the desk: It is cut off.');
  await screen.first.getByRole('button', { name: 'Ask for erasure' }).click();
  await screen.first.getByRole('button', { name: 'Yes, ask for it' }).click();
  await expect(screen.first).toContainText('You asked for its erasure');
});

/** A visa that ends tomorrow, of a child whom the place does not know yet. */
async function addVisaOfChild(screen: DocumentScreen): Promise<void> {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await screen.list.getByRole('button', { name: 'Add a document' }).click();
  await screen.form.getByLabel('What is it?').selectOption('Visa');
  await screen.form.getByLabel('Whose is it?').selectOption('Somebody else');
  await screen.form.getByLabel('A child').check();
  await screen.fill('V1234567');
  await screen.form.getByLabel('Given names').fill('Tom');
  await screen.form.getByLabel('Visa valid until').fill(tomorrow);
  await screen.send();
  await screen.list.waitFor();
}

test('where the place keeps pictures, a document is not sent without one, and a sent one says so', async ({
  page,
}) => {
  const desk = await Desk.signIn('owner@example.com');
  await desk.changeSetting('backpack-hostel', 'documents', 'image');
  const screen = new DocumentScreen(page);
  await screen.open(aoife);
  await expect(screen.terms).toContainText('A picture or a PDF of the document as well.');
  await screen.agree();
  await screen.fill('LD5501224');
  await screen.send();
  await expect(screen.form.getByRole('alert')).toContainText('Please take a picture');

  const noPicture = { name: 'x.heic', mimeType: 'image/heic', buffer: Buffer.from('no picture') };
  await screen.chooser.setInputFiles(noPicture);
  await expect(screen.form).toContainText('This picture can’t be read here');
  await screen.chooser.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: makePng() });
  await expect(screen.chosenPicture).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await cancelOnce(screen);
  await screen.send();
  await expect(screen.first).toContainText('with a picture');
  await expect(screen.list.getByRole('heading', { name: 'Passport' })).toHaveCount(1);
  await expect(screen.first).toContainText('The picture goes as soon as the desk has checked it');
  expect(await listStored(page)).not.toContain('LD5501224');
});

/** Sends the document and cancels while the server has not responded. */
async function cancelOnce(screen: DocumentScreen): Promise<void> {
  await screen.page.route(documents, (route) => (isSent(route.request()) ? undefined : route.fallback()));
  await screen.send();
  await screen.form.getByRole('button', { name: 'Cancel' }).click();
  await expect(screen.form.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible();
  await screen.page.unroute(documents);
}

/** All that the page has stored in the browser, as one text. */
function listStored(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
  );
}

test('a line that drops loses nothing, and the document that is sent again arrives once', async ({
  page,
}) => {
  const screen = new DocumentScreen(page);
  await screen.open(huong);
  await screen.agree();
  await screen.fill('C4407712');
  const keys: (string | undefined)[] = [];
  // The document is stored, but its response does not arrive.
  await page.route(documents, async (route) => {
    if (route.request().method() !== 'POST') {
      return route.fallback();
    }
    keys.push(keyOf(route.request()));
    await route.fetch();
    await route.abort('connectionreset');
  });
  // The line stays lost until the form is open again: then the documents are read anew, with the one that was stored.
  await page.route('**/api/health', (route) => route.abort());
  await screen.send();
  await expect(screen.form.getByRole('alert')).toContainText('The connection is gone');
  await page.unroute(documents);
  await page.keyboard.press('Escape');
  await screen.tap();
  await expect(screen.form.getByLabel('Document number')).toHaveValue('C4407712');
  await page.unroute('**/api/health');
  const [again] = await Promise.all([page.waitForRequest(isSent), screen.send()]);
  expect([keyOf(again)]).toEqual(keys);
  await expect(screen.first).toContainText('Waiting to be checked');
  await expect(screen.list.getByRole('heading', { name: 'Passport' })).toHaveCount(1);
});

const isSent = (request: Request) => request.method() === 'POST' && documents.test(request.url());

const keyOf = (request: Request) => request.headers()['idempotency-key'];

test('what the place asks for has changed: it is read once more, and what was typed is still there', async ({
  page,
}) => {
  const screen = new DocumentScreen(page);
  await screen.open({ bookingCode: 'BK-QUTET2', lastName: 'García' });
  await screen.agree();
  await screen.form.getByLabel('Surname').fill('García');
  await screen.form.getByLabel('Given names').fill('Lucía');
  await screen.form.getByLabel('Date of birth').fill('1990-12-31');
  await screen.form.getByLabel('Nationality').selectOption('Spain');
  await screen.form.getByLabel('Document number').fill('12345678Z');
  const body = errorBody({ error: 'conflict', reason: 'consent_changed' });
  await page.route(documents, (route) =>
    isSent(route.request()) ? route.fulfill({ status: 409, json: body }) : route.fallback(),
  );
  await screen.send();
  await expect(screen.terms.getByRole('alert')).toContainText('The house has changed what it asks for');
  await page.unroute(documents);
  await screen.agree();
  await expect(screen.form.getByLabel('Document number')).toHaveValue('12345678Z');
});

test('a stay whose house asks for no documents has no card for them', async ({ page }) => {
  const screen = new DocumentScreen(page);
  await screen.openStay({ bookingCode: 'BK-RESRT2', lastName: 'Kim' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open my documents' })).toHaveCount(0);
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('nothing of the documents is saved for a visit without a connection', async ({ page }) => {
    const screen = new DocumentScreen(page);
    await screen.open({ bookingCode: 'BK-BED333', lastName: 'van der Berg' });
    await expect(screen.terms.or(screen.list)).toBeVisible();
    await expect.poll(() => listSaved(page)).not.toEqual([]);
    const saved = await listSaved(page);
    expect(saved.filter((path) => /^\/api\/|documents|visa-status/.test(path))).toEqual([]);
  });
});

/** The paths of all that the service worker has saved. */
function listSaved(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
}

const testWithCamera = testWithCameraOn('P<GBRJOHNSON<<SARAH<JANE');

testWithCamera('what is in the camera’s frame becomes the picture of the document', async ({ page }) => {
  const desk = await Desk.signIn('owner@example.com');
  await desk.changeSetting('backpack-hostel', 'documents', 'image');
  const screen = new DocumentScreen(page);
  await screen.open({ bookingCode: 'BK-BED333', lastName: 'van der Berg' });
  await screen.agree();
  await screen.form.getByRole('button', { name: 'Take a picture' }).click();
  await screen.camera.getByRole('button', { name: 'Take the picture' }).click();
  await expect(screen.chosenPicture).toBeVisible();
  const readRatio = () =>
    screen.chosenPicture.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  await expect.poll(readRatio).toBeGreaterThan(1.3);
  await screen.form.getByRole('button', { name: 'Larger' }).click();
  await expect(screen.form.getByRole('button', { name: 'Smaller' })).toBeVisible();
  await screen.form.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(screen.form.getByRole('button', { name: 'Take a picture' })).toBeFocused();
});

import { expect, type Page, type Request } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { openDocumentForm } from './document-screen';
import { brokenHeic, describePicture, documentHeic, documentJpeg } from './fixtures/heic/document-heic';
import { IncidentScreen } from './incident-screen';
import { test } from './test-with-own-address';

const unreadable = 'This picture can’t be read here. Please use the camera, or choose a JPEG.';

/** The worker, and the two files of its decoder. */
const decoder = /\/heic\/worker\.js$|\/libheif[^/]*\.(?:js|wasm)$/;

/** The files of the decoder that were requested, and each response that broke a policy. */
function watchDecoder(page: Page): { requested: string[]; violations: string[] } {
  const seen = { requested: [] as string[], violations: [] as string[] };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (decoder.test(pathname)) {
      seen.requested.push(pathname);
    }
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) {
      seen.violations.push(message.text());
    }
  });
  return seen;
}

/** Notes the file of each form that the page sends. */
async function noteSentFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.send = function (body) {
      Object.assign(window, { sentFile: body instanceof FormData ? body.get('file') : null });
      send.call(this, body);
    };
  });
}

/** The bytes of the file that was sent last. */
async function readSentFile(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const file: unknown = Object.getOwnPropertyDescriptor(window, 'sentFile')?.value;
    return file instanceof File ? [...new Uint8Array(await file.arrayBuffer())] : [];
  });
  return Buffer.from(bytes);
}

const isSent = (request: Request) => request.method() === 'POST' && /\/documents$/.test(request.url());

test('a HEIC is sent as a JPEG of its pixels, without what the camera wrote beside them', async ({
  page,
}) => {
  await noteSentFiles(page);
  const { requested, violations } = watchDecoder(page);
  const screen = await openDocumentForm(page);
  expect(await screen.chooser.getAttribute('accept')).toContain('.heic');
  expect(requested).toEqual([]);
  await screen.chooser.setInputFiles(documentHeic);
  await expect(screen.chosenPicture).toBeVisible();
  expect(requested).toHaveLength(3);
  await expect.poll(() => page.workers()).toEqual([]);
  expect(await findViolations(page)).toEqual([]);
  await screen.fill('LD5501225');
  await Promise.all([page.waitForRequest(isSent), screen.send()]);
  await expect(screen.first).toContainText('with a picture');
  const sent = await readSentFile(page);
  expect(await describePicture(sent)).toEqual(documentJpeg);
  for (const written of ['Exif', 'Secret Camera']) {
    expect([documentHeic.buffer.includes(written), sent.includes(written)]).toEqual([true, false]);
  }
  expect(violations).toEqual([]);
});

test('a HEIC of a report is shown, and the desk gets it', async ({ page }) => {
  const screen = new IncidentScreen(page);
  await screen.open('RM-SUNSET22');
  await screen.write('The shower drips', 'All night.');
  await screen.report.getByLabel('Choose photos').setInputFiles(documentHeic);
  const photo = screen.report.getByRole('img', { name: 'Photo 1' });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  await screen.send();
  await screen.answer('johnson');
  const own = screen.list.getByRole('listitem').filter({ hasText: 'The shower drips' }).first();
  await expect(own).toContainText('1 photo');
});

test('only the worker may run WebAssembly, and it may request nothing but scripts of ours', async ({
  page,
}) => {
  const policyOf = async (path: string) =>
    (await page.request.get(new URL(path, page.url()).href)).headers()['content-security-policy'];
  await openDocumentForm(page);
  expect(await policyOf('/heic/worker.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'",
  );
  expect(await policyOf(page.url())).toContain("script-src 'self' 'nonce-");
  expect(await policyOf(page.url())).not.toContain('unsafe');
  expect(await policyOf('/heic/license.txt')).not.toContain('unsafe');
});

test('a broken HEIC is as unreadable as any other file, and another one can be chosen', async ({ page }) => {
  const screen = await openDocumentForm(page);
  await screen.chooser.setInputFiles(brokenHeic);
  await expect(screen.form).toContainText(unreadable);
  await screen.chooser.setInputFiles(documentHeic);
  await expect(screen.chosenPicture).toBeVisible();
});

test('a HEIC that is too large is refused before anything decodes it', async ({ page }) => {
  const { requested } = watchDecoder(page);
  const screen = await openDocumentForm(page);
  const buffer = Buffer.concat([documentHeic.buffer, Buffer.alloc(10 * 1024 * 1024)]);
  await screen.chooser.setInputFiles({ ...documentHeic, buffer });
  await expect(screen.form).toContainText(unreadable);
  expect(requested).toEqual([]);
});

test('a decoder that takes longer than a minute is ended', async ({ page }) => {
  const screen = await openDocumentForm(page);
  await page.clock.install();
  // It is requested, and nothing comes.
  await page.route(decoder, () => undefined);
  const [request] = await Promise.all([
    page.waitForRequest(decoder),
    screen.chooser.setInputFiles(documentHeic),
  ]);
  expect(request.method()).toBe('GET');
  await page.clock.fastForward(30_000);
  await expect(screen.form).toContainText('Getting the picture ready…');
  await page.clock.fastForward(40_000);
  await expect(screen.form).toContainText(unreadable);
  await expect.poll(() => page.workers()).toEqual([]);
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the decoder is not saved for a visit without a connection', async ({ page }) => {
    const screen = await openDocumentForm(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await expect.poll(() => listSaved(page)).not.toEqual([]);
    await screen.chooser.setInputFiles(documentHeic);
    await expect(screen.chosenPicture).toBeVisible();
    const saved = await listSaved(page);
    expect(saved.filter((path) => decoder.test(path))).toEqual([]);
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

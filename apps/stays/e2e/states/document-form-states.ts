import type { Page } from '@playwright/test';
import { makePng } from '../make-png';
import { addCamera } from './camera-states';
import { makeDocuments } from './document-responses';
import { openDocuments } from './open-documents';
import { type ApiResponse, errorBody, replaceResponse, type State } from './state';

const law = { imageMonths: 36, fieldsMonths: 36, fieldsAfter: 'recording', country: 'JP', mustBeSeen: true };

/** What the place asks for, and the form of a document with each error after it was sent. */
export const documentFormStates: readonly State[] = [
  { name: 'what the place asks for', open: openDocuments(makeDocuments([])) },
  {
    name: 'what the law asks for, with a picture',
    open: openDocuments(makeDocuments([], { mode: 'image', ...law })),
  },
  {
    name: 'not agreed',
    open: async (page) => {
      await openDocuments(makeDocuments([]))(page);
      await page.locator('dialog footer button').click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  { name: 'without a picture', open: openForm(makeDocuments([])) },
  {
    name: 'a visa of somebody new',
    open: async (page) => {
      await openForm(makeDocuments([]))(page);
      await page.locator('dialog [name=documentType]').selectOption('visa');
      await page.locator('dialog [name=person]').selectOption('new');
      await page.locator('dialog [name=isChild]').waitFor();
    },
  },
  {
    name: 'incomplete',
    open: async (page) => {
      await openForm(makeDocuments([], { mode: 'image' }))(page);
      await page.locator('dialog footer button').click();
      await page.locator('dialog [role=alert]').first().waitFor();
    },
  },
  { name: 'with a picture', open: openWithPicture },
  {
    name: 'with a large picture',
    open: async (page) => {
      await openWithPicture(page);
      await page.locator('dialog button:has(img)').click();
    },
  },
  {
    name: 'a picture is being sent',
    open: async (page) => {
      await page.addInitScript(sendForever);
      await openWithPicture(page);
      await fillIn(page);
      await page.locator('dialog footer button').click();
      await page.locator('dialog progress').waitFor();
      // A field that is half under the picture counts as one that is too small.
      await page.locator('dialog img').evaluate(scrollToTop);
    },
  },
  { name: 'no connection', open: sendAndGet('failed') },
  {
    name: 'file refused',
    open: sendAndGet({ status: 415, body: errorBody({ error: 'unsupported_file' }) }),
  },
  {
    name: 'too many documents',
    open: sendAndGet({
      status: 409,
      body: errorBody({ error: 'illegal_step', reason: 'too_many_documents' }),
    }),
  },
  {
    name: 'what the place asks for has changed',
    open: sendAndGet({ status: 409, body: errorBody({ error: 'conflict', reason: 'consent_changed' }) }),
  },
  { name: 'camera missing', open: openCamera },
  {
    name: 'camera',
    open: async (page) => {
      await page.addInitScript(addCamera);
      await openCamera(page);
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
      await page.locator('dialog footer button:enabled').waitFor();
    },
  },
];

function openForm(own: ReturnType<typeof makeDocuments>) {
  return async (page: Page) => {
    await openDocuments(own)(page);
    await page.locator('dialog [name=agree]').check();
    await page.locator('dialog footer button').click();
    await page.locator('dialog [name=documentType]').waitFor();
  };
}

async function openWithPicture(page: Page): Promise<void> {
  await openForm(makeDocuments([], { mode: 'image' }))(page);
  const picture = { name: 'scan.png', mimeType: 'image/png', buffer: makePng() };
  await page.locator('dialog input[type=file]').setInputFiles(picture);
  await page.locator('dialog img').waitFor();
}

async function openCamera(page: Page): Promise<void> {
  await openForm(makeDocuments([], { mode: 'image' }))(page);
  await page.locator('dialog fieldset button').click();
  await page.locator('dialog video').waitFor({ state: 'attached' });
}

async function fillIn(page: Page): Promise<void> {
  await page.locator('dialog [name=surname]').fill('Johnson');
  await page.locator('dialog [name=birthDate]').fill('1988-04-02');
  await page.locator('dialog [name=nationality]').selectOption('GB');
  await page.locator('dialog [name=issuingState]').selectOption('GB');
  await page.locator('dialog [name=documentNumber]').fill('533401372');
}

function sendAndGet(response: ApiResponse) {
  return async (page: Page) => {
    await replaceResponse(page, '/documents', response, 'POST');
    await openForm(makeDocuments([]))(page);
    await fillIn(page);
    await page.locator('dialog footer button').click();
    await page.locator('dialog [role=alert]').waitFor();
  };
}

/** A form that is half sent, and stays so. */
function sendForever(): void {
  XMLHttpRequest.prototype.send = function send() {
    this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: 55, total: 100 }));
  };
}

function scrollToTop(element: Element): void {
  element.closest('.overflow-y-auto')?.scrollTo(0, 0);
}

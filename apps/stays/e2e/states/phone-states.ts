import type { Page } from '@playwright/test';
import { type ApiResponse, errorBody, prove, replaceResponse, type State, tap, visit } from './state';

/** The list of the devices on the stay. */
export const phoneStates: readonly State[] = [
  { name: 'only this device', open: openPhones(1) },
  { name: 'several devices', open: openPhones(4) },
  { name: 'being asked', open: async (page) => askAboutSecond(page) },
  { name: 'signing out', open: signSecondOutAndGet('pending') },
  { name: 'signed out', open: signSecondOutAndGet({ body: { signedOut: true } }) },
  {
    name: 'not signed out',
    open: signSecondOutAndGet({ status: 500, body: errorBody({ error: 'internal' }) }),
  },
  { name: 'no connection', open: signSecondOutAndGet('failed') },
  {
    name: 'cannot be read',
    open: async (page) => {
      await prove(page);
      await replaceResponse(page, '/phones', {
        status: 429,
        body: errorBody({ error: 'rate_limited', retryAfterSeconds: 60 }),
      });
      await visit(page, '/stay/room/RM-SUNSET22');
      await tap(page, 'phones');
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'being read',
    open: async (page) => {
      await prove(page);
      await replaceResponse(page, '/phones', 'pending');
      await visit(page, '/stay/room/RM-SUNSET22');
      await tap(page, 'phones');
    },
  },
];

const labels = ['iPhone, Safari', 'Android, Samsung Internet', '', 'Windows, Edge'];

function openPhones(count: number) {
  return async (page: Page) => {
    await prove(page);
    const phones = labels.slice(0, count).map((label, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      label,
      firstSeenAt: new Date(Date.now() - (index * 7 + 26) * 3_600_000).toISOString(),
      lastSeenAt: new Date(Date.now() - index * 5 * 3_600_000).toISOString(),
      isThisPhone: index === 0,
    }));
    await replaceResponse(page, '/phones', { body: { phones } });
    await visit(page, '/stay/room/RM-SUNSET22');
    await tap(page, 'phones');
    await page.locator('dialog li').first().waitFor();
  };
}

async function askAboutSecond(page: Page): Promise<void> {
  await openPhones(3)(page);
  await page.locator('dialog li:nth-child(2) button').click();
  await page.locator('dialog fieldset').waitFor();
}

function signSecondOutAndGet(response: ApiResponse) {
  return async (page: Page) => {
    await replaceResponse(page, '000000000001', response, 'DELETE');
    await askAboutSecond(page);
    await page.locator('dialog fieldset button').first().click();
    if (response === 'pending') {
      await page.locator('dialog [aria-disabled=true]').waitFor();
    } else if (response !== 'failed' && response.status === undefined) {
      await page.locator('dialog li:nth-child(3)').waitFor({ state: 'detached' });
    } else {
      await page.locator('dialog [role=alert]').waitFor();
    }
  };
}

import type { Page } from '@playwright/test';
import { type ApiResponse, errorBody, prove, replaceResponse, type State, tap, visit } from './state';

const room = '/stay/room/RM-SUNSET22';

// The smallest PNG: one transparent pixel.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** The form of a report: filled in, and with each error after it was sent. */
export const reportStates: readonly State[] = [
  { name: 'by a guest without proof', open: openReport },
  {
    name: 'with areas',
    open: async (page) => {
      await prove(page);
      await openReport(page);
      await page.locator('dialog select').waitFor();
    },
  },
  {
    name: 'with photos',
    open: async (page) => {
      await openReport(page);
      await page.locator('dialog input').first().fill('The kettle sparks when it is switched on');
      await page
        .locator('dialog textarea')
        .fill('It is on the desk by the window.\nWe have pulled the plug.');
      const files = [1, 2].map((number) => ({
        name: `${number}.png`,
        mimeType: 'image/png',
        buffer: picture,
      }));
      await page.locator('dialog input[multiple]').setInputFiles(files);
      await page.locator('dialog img').nth(1).waitFor();
    },
  },
  {
    name: 'at once',
    open: async (page) => {
      await openReport(page);
      await page.locator('dialog label:has([value=urgent])').click();
      await page.locator('dialog a[href^="tel:"]').waitFor();
    },
  },
  { name: 'no connection', open: sendReportAndGet('failed') },
  {
    name: 'photo refused',
    open: sendReportAndGet({ status: 415, body: errorBody({ error: 'unsupported_file' }) }),
  },
  {
    name: 'too fast',
    open: sendReportAndGet({
      status: 429,
      body: errorBody({ error: 'rate_limited', retryAfterSeconds: 40 }),
    }),
  },
  {
    name: 'stay not begun',
    open: sendReportAndGet({
      status: 403,
      body: errorBody({ error: 'stay_not_begun', beginsOn: '2027-12-05' }),
    }),
  },
  { name: 'stay ended', open: sendReportAndGet({ status: 403, body: errorBody({ error: 'stay_ended' }) }) },
  { name: 'sending', open: sendReportAndGet('pending') },
];

/** The list of the guest's reports, with the replies to them. */
export const incidentStates: readonly State[] = [
  { name: 'none', open: openReports([]) },
  { name: 'at each step', open: openReports(['open', 'in_progress', 'resolved', 'closed']) },
  {
    name: 'messages with the desk',
    open: async (page) => {
      await openReports(['resolved', 'open'])(page);
      await page.locator('dialog ol li').nth(2).waitFor();
    },
  },
  {
    name: 'message not sent',
    open: async (page) => {
      await replaceResponse(page, '/replies', 'failed', 'POST');
      await openReports(['in_progress'])(page);
      await page.locator('dialog textarea').fill('Thank you, that would be kind.');
      await page.locator('dialog form button').click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'cannot be read',
    open: async (page) => {
      await prove(page);
      await replaceResponse(page, '/incidents', {
        status: 429,
        body: errorBody({ error: 'rate_limited', retryAfterSeconds: 60 }),
      });
      await visit(page, room);
      await tap(page, 'incidents');
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'being read',
    open: async (page) => {
      await prove(page);
      await replaceResponse(page, '/incidents', 'pending');
      await visit(page, room);
      await tap(page, 'incidents');
    },
  },
];

async function openReport(page: Page): Promise<void> {
  await visit(page, room);
  await tap(page, 'report');
}

function sendReportAndGet(response: ApiResponse) {
  return async (page: Page) => {
    await prove(page);
    await replaceResponse(page, '/incidents', response, 'POST');
    await openReport(page);
    await page.locator('dialog input').first().fill('The kettle sparks');
    await page.locator('dialog footer button').click();
    await page
      .locator(response === 'pending' ? 'dialog [aria-disabled=true]' : 'dialog [role=alert]')
      .waitFor();
  };
}

function openReports(statuses: string[]) {
  return async (page: Page) => {
    await prove(page);
    await replaceResponse(page, '/incidents', { body: { incidents: statuses.map(makeIncident), areas: [] } });
    await visit(page, room);
    await tap(page, 'incidents');
    await page.locator('dialog :is(details, p:not([role]))').first().waitFor();
  };
}

function makeIncident(status: string, index: number) {
  const createdAt = new Date(Date.now() - (index * 20 + 3) * 3_600_000).toISOString();
  const makeUpdate = (from: string, message: string, newStatus: string | null = null) => ({
    id: `${from} ${message}`,
    from,
    message,
    status: newStatus,
    createdAt,
  });
  const updates = [
    makeUpdate('desk', 'Thank you for telling us. Somebody is on the way with a new one.', 'in_progress'),
    makeUpdate('guest', 'We are by the pool until six, please go in.'),
    makeUpdate('desk', '', 'resolved'),
  ];
  return {
    id: `00000000-0000-4000-8000-00000000000${index}`,
    title: 'The air conditioning drips onto the bed',
    description: 'Since last night. There is a towel under it now.',
    priority: 'high',
    status,
    photoCount: index === 0 ? 2 : 0,
    area: index === 0 ? { id: 'x', name: 'Air conditioning' } : null,
    createdAt,
    updatedAt: createdAt,
    updates: status === 'open' ? [] : updates,
  };
}

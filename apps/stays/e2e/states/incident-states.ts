import type { Page } from '@playwright/test';
import { type Answer, answerWith, errorBody, prove, type State, tap, visit } from './state';

const room = '/stay/room/RM-SUNSET22';

// The smallest PNG there is: one transparent point.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** The report, as it is typed and as it can be refused. */
export const reportStates: readonly State[] = [
  { name: 'by a guest without proof', open: report },
  {
    name: 'with areas',
    open: async (page) => {
      await prove(page);
      await report(page);
      await page.locator('dialog select').waitFor();
    },
  },
  {
    name: 'with photos',
    open: async (page) => {
      await report(page);
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
  { name: 'no connection', open: refusedReport('nothing') },
  {
    name: 'photo refused',
    open: refusedReport({ status: 415, body: errorBody({ error: 'unsupported_file' }) }),
  },
  {
    name: 'too fast',
    open: refusedReport({ status: 429, body: errorBody({ error: 'rate_limited', retryAfterSeconds: 40 }) }),
  },
  { name: 'stay ended', open: refusedReport({ status: 403, body: errorBody({ error: 'stay_ended' }) }) },
  { name: 'sending', open: refusedReport('late') },
];

/** One's own reports and the talk about them. */
export const incidentStates: readonly State[] = [
  { name: 'none', open: listed([]) },
  { name: 'at each step', open: listed(['open', 'in_progress', 'resolved', 'closed']) },
  {
    name: 'messages with the desk',
    open: async (page) => {
      await listed(['resolved', 'open'])(page);
      await page.locator('dialog ol li').nth(2).waitFor();
    },
  },
  {
    name: 'message not sent',
    open: async (page) => {
      await answerWith(page, '/replies', 'nothing', 'POST');
      await listed(['in_progress'])(page);
      await page.locator('dialog textarea').fill('Thank you, that would be kind.');
      await page.locator('dialog form button').click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'cannot be read',
    open: async (page) => {
      await prove(page);
      await answerWith(page, '/incidents', {
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
      await answerWith(page, '/incidents', 'late');
      await visit(page, room);
      await tap(page, 'incidents');
    },
  },
];

async function report(page: Page): Promise<void> {
  await visit(page, room);
  await tap(page, 'report');
}

function refusedReport(answer: Answer | 'nothing' | 'late') {
  return async (page: Page) => {
    await prove(page);
    await answerWith(page, '/incidents', answer, 'POST');
    await report(page);
    await page.locator('dialog input').first().fill('The kettle sparks');
    await page.locator('dialog footer button').click();
    await page.locator(answer === 'late' ? 'dialog [aria-disabled=true]' : 'dialog [role=alert]').waitFor();
  };
}

function listed(statuses: string[]) {
  return async (page: Page) => {
    await prove(page);
    await answerWith(page, '/incidents', { body: { incidents: statuses.map(incident), areas: [] } });
    await visit(page, room);
    await tap(page, 'incidents');
    await page.locator('dialog :is(details, p:not([role]))').first().waitFor();
  };
}

function incident(status: string, index: number) {
  const createdAt = new Date(Date.now() - (index * 20 + 3) * 3_600_000).toISOString();
  const said = (from: string, message: string, newStatus: string | null = null) => ({
    id: `${from} ${message}`,
    from,
    message,
    status: newStatus,
    createdAt,
  });
  const talk = [
    said('desk', 'Thank you for telling us. Somebody is on the way with a new one.', 'in_progress'),
    said('guest', 'We are by the pool until six, please go in.'),
    said('desk', '', 'resolved'),
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
    updates: status === 'open' ? [] : talk,
  };
}

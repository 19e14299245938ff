import type { Page } from '@playwright/test';
import { type ApiResponse, errorBody, prove, replaceResponse, type State, tap, visit } from './state';

/** The verification sheet with each question, and with each error after an answer. */
export const verifyStates: readonly State[] = [
  { name: 'last name', open: openQuestion('RM-SUNSET22') },
  { name: 'PIN', open: openQuestion('RM-PAM23456') },
  {
    name: 'PIN of two digits',
    open: async (page) => {
      await openQuestion('RM-PAM23456')(page);
      await page.locator('dialog input').first().fill('12');
      await page.locator('dialog button[type=submit]').click();
      await page.locator('dialog [aria-invalid]').waitFor();
    },
  },
  { name: 'room number', open: openQuestion('RM-SUNSET22', 'room_number') },
  { name: 'no stay in the room', open: openQuestion('RM-EMPTY234') },
  {
    name: 'booking code instead',
    open: async (page) => {
      await openQuestion('RM-SUNSET22')(page);
      await page.locator('dialog form + button').click();
    },
  },
  {
    name: 'wrong answer',
    open: answerAndGet({ status: 401, body: errorBody({ error: 'verification_failed', triesLeft: 9 }) }),
  },
  {
    name: 'few tries left',
    open: answerAndGet({ status: 401, body: errorBody({ error: 'verification_failed', triesLeft: 2 }) }),
  },
  {
    name: 'locked',
    open: answerAndGet({
      status: 429,
      body: errorBody({ error: 'rate_limited', retryAfterSeconds: 900, locked: true }),
    }),
  },
  {
    name: 'too fast',
    open: answerAndGet({ status: 429, body: errorBody({ error: 'rate_limited', retryAfterSeconds: 40 }) }),
  },
  { name: 'no connection', open: answerAndGet('failed') },
  { name: 'checking', open: answerAndGet('pending') },
  {
    name: 'database not reachable',
    open: answerAndGet({ status: 503, body: errorBody({ error: 'unavailable', retryAfterSeconds: 5 }) }),
  },
  {
    name: 'session ended',
    open: async (page) => {
      await prove(page);
      await replaceResponse(page, '/orders', { status: 401, body: errorBody({ error: 'session_expired' }) });
      await visit(page, '/stay/room/RM-SUNSET22');
      await tap(page, 'orders');
      await page.locator('dialog form').waitFor();
    },
  },
];

function openQuestion(roomCode: string, method?: string) {
  return async (page: Page) => {
    if (method) {
      // No demo property verifies with this method, so the page is changed as if this property did.
      await page.route(`**/stay/room/${roomCode}`, async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replaceAll(
          '\\"method\\":\\"last_name\\"',
          `\\"method\\":\\"${method}\\"`,
        );
        await route.fulfill({ response, body: html });
      });
    }
    await visit(page, `/stay/room/${roomCode}`);
    await tap(page, 'stay');
  };
}

function answerAndGet(response: ApiResponse) {
  return async (page: Page) => {
    await replaceResponse(page, '/verify', response, 'POST');
    await openQuestion('RM-SUNSET22')(page);
    await page.locator('dialog input').first().fill('Johnson');
    await page.locator('dialog button[type=submit]').click();
    await page
      .locator(response === 'pending' ? 'dialog [aria-disabled=true]' : 'dialog [aria-invalid]')
      .waitFor();
  };
}

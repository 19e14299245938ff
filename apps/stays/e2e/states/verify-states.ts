import type { Page } from '@playwright/test';
import { type Answer, answerWith, errorBody, prove, type State, tap, visit } from './state';

/** The question who one is: each way it can be asked, and each way an answer can be refused. */
export const verifyStates: readonly State[] = [
  { name: 'last name', open: ask('RM-SUNSET22') },
  { name: 'PIN', open: ask('RM-PAM23456') },
  { name: 'room number', open: ask('RM-SUNSET22', 'room_number') },
  { name: 'no stay in the room', open: ask('RM-EMPTY234') },
  {
    name: 'booking code instead',
    open: async (page) => {
      await ask('RM-SUNSET22')(page);
      await page.locator('dialog form + button').click();
    },
  },
  {
    name: 'wrong answer',
    open: refused({ status: 401, body: errorBody({ error: 'verification_failed', triesLeft: 9 }) }),
  },
  {
    name: 'few tries left',
    open: refused({ status: 401, body: errorBody({ error: 'verification_failed', triesLeft: 2 }) }),
  },
  {
    name: 'locked',
    open: refused({
      status: 429,
      body: errorBody({ error: 'rate_limited', retryAfterSeconds: 900, locked: true }),
    }),
  },
  {
    name: 'too fast',
    open: refused({ status: 429, body: errorBody({ error: 'rate_limited', retryAfterSeconds: 40 }) }),
  },
  { name: 'no connection', open: refused('nothing') },
  { name: 'checking', open: refused('late') },
  {
    name: 'database not reachable',
    open: refused({ status: 503, body: errorBody({ error: 'unavailable', retryAfterSeconds: 5 }) }),
  },
  {
    name: 'session ended',
    open: async (page) => {
      await prove(page);
      await answerWith(page, '/orders', { status: 401, body: errorBody({ error: 'session_expired' }) });
      await visit(page, '/stay/room/RM-SUNSET22');
      await tap(page, 'orders');
      await page.locator('dialog form').waitFor();
    },
  },
];

function ask(roomCode: string, method?: string) {
  return async (page: Page) => {
    if (method) {
      // No demo property asks for it: the page is told that this one does.
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

function refused(answer: Answer | 'nothing' | 'late') {
  return async (page: Page) => {
    await answerWith(page, '/verify', answer, 'POST');
    await ask('RM-SUNSET22')(page);
    await page.locator('dialog input').first().fill('Johnson');
    await page.locator('dialog button[type=submit]').click();
    await page.locator(answer === 'late' ? 'dialog [aria-disabled=true]' : 'dialog [aria-invalid]').waitFor();
  };
}

import type { Page } from '@playwright/test';
import { type Answer, answerWith, errorBody, prove, type State, tap, visit } from './state';

const room = '/stay/room/RM-SUNSET22';
const cartButton = 'section .fixed button';

/** The cart, with everything that can stand between it and the kitchen. */
export const cartStates: readonly State[] = [
  { name: 'closed, its bar on the page', open: fill },
  { name: 'open', open: openCart },
  {
    name: 'emptied',
    open: async (page) => {
      await openCart(page);
      for (let left = 2; left > 0; left -= 1) {
        await page.locator('dialog li button').first().click();
      }
      await page.locator('dialog ul').waitFor({ state: 'detached' });
    },
  },
  { name: 'part is sold out', open: soldOut(1) },
  { name: 'all is sold out', open: soldOut(2) },
  {
    name: 'another price',
    open: refused({
      status: 409,
      body: errorBody({ error: 'conflict', reason: 'total_changed', totalMinor: 99000 }),
    }),
  },
  {
    name: 'key used for another order',
    open: refused({
      status: 409,
      body: errorBody({ error: 'conflict', reason: 'key_was_used_for_another_order' }),
    }),
  },
  {
    name: 'too many orders',
    open: refused({ status: 429, body: errorBody({ error: 'rate_limited', retryAfterSeconds: 540 }) }),
  },
  { name: 'stay ended', open: refused({ status: 403, body: errorBody({ error: 'stay_ended' }) }) },
  { name: 'stay not confirmed', open: refused({ status: 409, body: errorBody({ error: 'illegal_step' }) }) },
  { name: 'failed on the server', open: refused({ status: 500, body: errorBody({ error: 'internal' }) }) },
  { name: 'no connection', open: refused('nothing') },
  { name: 'sending', open: refused('late') },
  {
    name: 'changed after a failed try',
    open: async (page) => {
      await refused('nothing')(page);
      await page.locator('dialog li button').nth(1).click();
    },
  },
  {
    name: 'prices cannot be read',
    open: async (page) => {
      await answerWith(page, '/services', 'nothing');
      await openCart(page);
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
];

const hour = 3_600_000;

/** Orders at each step, as the desk would have left them. */
export const orderStates: readonly State[] = [
  { name: 'none', open: listed([]) },
  { name: 'under way', open: listed(['pending', 'confirmed', 'preparing']) },
  { name: 'at their end', open: listed(['delivered', 'cancelled', 'rejected']) },
  {
    name: 'at their end, unfolded',
    open: async (page) => {
      await listed(['rejected', 'delivered'])(page);
      await page.locator('dialog summary').first().click();
    },
  },
  {
    name: 'asked whether to cancel',
    open: async (page) => {
      await listed(['pending'])(page);
      await page.locator('dialog li button').click();
    },
  },
  {
    name: 'cancelled too late',
    open: async (page) => {
      const ending = `/orders/${order('pending', 0).id}`;
      await answerWith(page, ending, { status: 409, body: errorBody({ error: 'illegal_step' }) }, 'DELETE');
      await listed(['pending'])(page);
      await page.locator('dialog li button').click();
      await page.locator('dialog fieldset button').first().click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'placed',
    open: async (page) => {
      await answerWith(page, '/orders', { status: 201, body: { order: order('pending', 0) } }, 'POST');
      await listed(['pending'], false)(page);
      await openCart(page);
      await page.locator('dialog footer button').click();
      await page.locator('dialog ol').waitFor();
    },
  },
  {
    name: 'cannot be read',
    open: async (page) => {
      await prove(page);
      await answerWith(page, '/orders', {
        status: 429,
        body: errorBody({ error: 'rate_limited', retryAfterSeconds: 60 }),
      });
      await visit(page, room);
      await tap(page, 'orders');
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'being read',
    open: async (page) => {
      await prove(page);
      await answerWith(page, '/orders', 'late');
      await visit(page, room);
      await tap(page, 'orders');
    },
  },
];

async function fill(page: Page): Promise<void> {
  await visit(page, room);
  // Which part of the catalogue is unfolded depends on the hour.
  for (const index of [0, 1]) {
    await page.locator('button[data-item]').nth(index).dispatchEvent('click');
  }
  await page.locator(cartButton).waitFor();
}

async function openCart(page: Page): Promise<void> {
  await fill(page);
  await page.locator(cartButton).click();
  await page.locator('dialog li').first().waitFor();
}

function soldOut(count: number) {
  return async (page: Page) => {
    let left = count;
    await page.route('**/services', async (route) => {
      left = count;
      const response = await route.fetch();
      const catalogue = JSON.parse(await response.text(), (key, value) => {
        if (key === 'availableNow' && value === true && left > 0) {
          left -= 1;
          return false;
        }
        return value;
      });
      await route.fulfill({ response, json: catalogue });
    });
    await openCart(page);
    await page.locator('dialog [role=alert]').waitFor();
  };
}

function refused(answer: Answer | 'nothing' | 'late') {
  return async (page: Page) => {
    await prove(page);
    await answerWith(page, '/orders', answer, 'POST');
    await openCart(page);
    await page.locator('dialog footer button:enabled').click();
    await page
      .locator(answer === 'late' ? 'dialog [aria-disabled=true]' : 'dialog :is([role=alert], [role=status])')
      .first()
      .waitFor();
  };
}

function listed(statuses: string[], isOpened = true) {
  return async (page: Page) => {
    await prove(page);
    await answerWith(page, '/orders', { body: { orders: statuses.map(order) } });
    if (isOpened) {
      await visit(page, room);
      await tap(page, 'orders');
      await page.locator('dialog :is(li, p:not([role]))').first().waitFor();
    }
  };
}

function order(status: string, index: number) {
  const createdAt = new Date(Date.now() - (index * 5 + 0.1) * hour).toISOString();
  return {
    id: `00000000-0000-4000-8000-00000000000${index}`,
    status,
    totalMinor: 280000,
    currency: 'VND',
    notes: index === 0 ? 'One without chilli, and the shirt not too hot, please.' : '',
    rejectReason:
      status === 'rejected' ? 'Our driver is off tonight. A taxi will wait for you at gate 2.' : null,
    createdAt,
    updatedAt: createdAt,
    items: [
      {
        itemId: null,
        name: 'Grilled chicken with rice',
        quantity: 2,
        unitPriceMinor: 95000,
        totalMinor: 190000,
      },
      { itemId: null, name: 'Local lager', quantity: 3, unitPriceMinor: 30000, totalMinor: 90000 },
    ],
  };
}

import type { Page } from '@playwright/test';
import { waitForPreloads } from '../wait-for-preloads';
import { type ApiResponse, errorBody, prove, replaceResponse, type State, tap, visit } from './state';

const room = '/stay/room/RM-SUNSET22';
const cartButton = 'section .fixed button';

/** The cart, and each error or notice that an order can meet. */
export const cartStates: readonly State[] = [
  { name: 'closed, its bar on the page', open: fillCart },
  { name: 'open', open: openCart },
  {
    name: 'for a time of choice',
    open: async (page) => {
      await openCart(page);
      await page.locator('dialog label:has([name=when])').last().click();
      await page.locator('dialog select').first().waitFor();
    },
  },
  { name: 'with what is served later', open: openCartWithClosed },
  {
    name: 'time has passed',
    open: placeOrderAndGet({
      status: 409,
      body: errorBody({ error: 'conflict', reason: 'wanted_time_has_passed' }),
    }),
  },
  {
    name: 'time after check-out',
    open: placeOrderAndGet({
      status: 409,
      body: errorBody({ error: 'conflict', reason: 'wanted_time_is_after_check_out' }),
    }),
  },
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
  { name: 'part is sold out', open: openCartWithSoldOut(1) },
  { name: 'all is sold out', open: openCartWithSoldOut(2) },
  {
    name: 'another price',
    open: placeOrderAndGet({
      status: 409,
      body: errorBody({ error: 'conflict', reason: 'total_changed', totalMinor: 99000 }),
    }),
  },
  {
    name: 'key used for another order',
    open: placeOrderAndGet({
      status: 409,
      body: errorBody({ error: 'conflict', reason: 'key_was_used_for_another_order' }),
    }),
  },
  {
    name: 'too many orders',
    open: placeOrderAndGet({
      status: 429,
      body: errorBody({ error: 'rate_limited', retryAfterSeconds: 540 }),
    }),
  },
  {
    name: 'stay not begun',
    open: placeOrderAndGet({
      status: 403,
      body: errorBody({ error: 'stay_not_begun', beginsOn: '2027-12-05' }),
    }),
  },
  { name: 'stay ended', open: placeOrderAndGet({ status: 403, body: errorBody({ error: 'stay_ended' }) }) },
  {
    name: 'stay not confirmed',
    open: placeOrderAndGet({ status: 409, body: errorBody({ error: 'illegal_step' }) }),
  },
  {
    name: 'failed on the server',
    open: placeOrderAndGet({ status: 500, body: errorBody({ error: 'internal' }) }),
  },
  { name: 'no connection', open: placeOrderAndGet('failed') },
  { name: 'sending', open: placeOrderAndGet('pending') },
  {
    name: 'changed after a failed try',
    open: async (page) => {
      await placeOrderAndGet('failed')(page);
      await page.locator('dialog li button').nth(1).click();
    },
  },
  {
    name: 'prices cannot be read',
    open: async (page) => {
      await replaceResponse(page, '/services', 'failed');
      await visit(page, room);
      await tapItems(page);
      await page.locator(cartButton).click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
];

const hour = 3_600_000;

/** The orders sheet, with orders of each status. */
export const orderStates: readonly State[] = [
  { name: 'none', open: openOrders([]) },
  { name: 'under way', open: openOrders(['pending', 'confirmed', 'preparing']) },
  { name: 'at their end', open: openOrders(['delivered', 'cancelled', 'rejected']) },
  {
    name: 'at their end, unfolded',
    open: async (page) => {
      await openOrders(['rejected', 'delivered'])(page);
      await page.locator('dialog summary').first().click();
    },
  },
  {
    name: 'asked whether to cancel',
    open: async (page) => {
      await openOrders(['pending'])(page);
      await page.locator('dialog li button').click();
    },
  },
  {
    name: 'cancelled too late',
    open: async (page) => {
      const pathEnd = `/orders/${makeOrder('pending', 0).id}`;
      await replaceResponse(
        page,
        pathEnd,
        { status: 409, body: errorBody({ error: 'illegal_step' }) },
        'DELETE',
      );
      await openOrders(['pending'])(page);
      await page.locator('dialog li button').click();
      await page.locator('dialog fieldset button').first().click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'placed',
    open: async (page) => {
      await replaceResponse(
        page,
        '/orders',
        { status: 201, body: { order: makeOrder('pending', 0) } },
        'POST',
      );
      await prepareOrders(page, ['pending']);
      await openCart(page);
      await page.locator('dialog footer button').click();
      await page.locator('dialog ol').waitFor();
    },
  },
  {
    name: 'cannot be read',
    open: async (page) => {
      await prove(page);
      await replaceResponse(page, '/orders', {
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
      await replaceResponse(page, '/orders', 'pending');
      await visit(page, room);
      await tap(page, 'orders');
    },
  },
];

async function fillCart(page: Page): Promise<void> {
  await visit(page, room);
  await waitForPreloads(page);
  await tapItems(page);
}

async function tapItems(page: Page): Promise<void> {
  // Dispatched, not clicked: which categories are open, so which buttons can be clicked, depends on the time of day.
  // Items that can only be ordered for later have an icon among their texts.
  const served = page.locator('#services li:not(:has(p svg)) [data-action=add-item]');
  for (const index of [0, 1]) {
    await served.nth(index).dispatchEvent('click');
  }
  await page.locator(cartButton).waitFor();
}

async function openCart(page: Page): Promise<void> {
  await fillCart(page);
  await page.locator(cartButton).click();
  await page.locator('dialog li').first().waitFor();
}

/** Opens a cart whose items are closed now and are served from six hours on, whatever the time of day. */
async function openCartWithClosed(page: Page): Promise<void> {
  const clockAt = (hours: number) =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(
      Date.now() + hours * hour,
    );
  await page.route('**/services', async (route) => {
    const response = await route.fetch();
    const catalogue = JSON.parse(await response.text(), (key, value) => {
      switch (key) {
        case 'availableNow':
          return false;
        case 'availableFrom':
          return clockAt(6);
        case 'availableTo':
          return clockAt(9);
        default:
          return value;
      }
    });
    await route.fulfill({ response, json: catalogue });
  });
  await openCart(page);
  await page.locator('dialog [role=alert]').waitFor();
}

function openCartWithSoldOut(count: number) {
  return async (page: Page) => {
    let left = count;
    await page.route('**/services', async (route) => {
      left = count;
      const response = await route.fetch();
      const catalogue = JSON.parse(await response.text(), (_key, value) => {
        if (value?.availableNow === true && left > 0) {
          left -= 1;
          return { ...value, soldOut: true, availableNow: false };
        }
        return value;
      });
      await route.fulfill({ response, json: catalogue });
    });
    await openCart(page);
    await page.locator('dialog [role=alert]').waitFor();
  };
}

function placeOrderAndGet(response: ApiResponse) {
  return async (page: Page) => {
    await prove(page);
    await replaceResponse(page, '/orders', response, 'POST');
    await openCart(page);
    await page.locator('dialog footer button:enabled').click();
    await page
      .locator(
        response === 'pending'
          ? 'dialog [aria-disabled=true]'
          : 'dialog :is([role=alert], [role=status]):not(header *)',
      )
      .first()
      .waitFor();
  };
}

async function prepareOrders(page: Page, statuses: string[]): Promise<void> {
  await prove(page);
  await replaceResponse(page, '/orders', { body: { orders: statuses.map(makeOrder) } });
}

function openOrders(statuses: string[]) {
  return async (page: Page) => {
    await prepareOrders(page, statuses);
    await visit(page, room);
    await tap(page, 'orders');
    await page.locator('dialog :is(li, p:not([role]))').first().waitFor();
  };
}

function makeOrder(status: string, index: number) {
  const createdAt = new Date(Date.now() - (index * 5 + 0.1) * hour).toISOString();
  return {
    id: `00000000-0000-4000-8000-00000000000${index}`,
    status,
    totalMinor: 280000,
    currency: 'VND',
    wantedAt: index === 1 ? new Date(Date.now() + 20 * hour).toISOString() : null,
    roomNumber: '203',
    bed: null,
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

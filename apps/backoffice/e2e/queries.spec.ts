import { expect, test } from '@playwright/test';
import { OwnerScreen, product } from './owner-screen';

const mostQueries = 3;
/** Whoever sees documents has them and the visas that end on Today too. */
const mostOfToday = 5;

const lists = [
  'today',
  'calendar',
  'bookings',
  'bookings?q=nguyen',
  'orders',
  'orders/ended',
  'orders/kitchen',
  'reports',
  'reports?assignee=mine',
  'notifications',
  'rooms',
  'sessions',
  'sessions?view=ended',
  'locks',
  'rooms/order',
  'types',
  'sheets',
  'sheets/register',
  'documents',
  'catalogue',
  'catalogue?q=breakfast',
  'catalogue/categories',
  'deals',
  'numbers',
  'areas',
  'pictures',
  'members',
  'settings/failed-messages',
  'history',
];

test('a list is rendered with three queries at most', async ({ page }) => {
  await new OwnerScreen(page).signIn('owner@example.com');
  // Without a script of the page, whose own requests would count. The cookies are good for any port of this host.
  const { request } = page.context();
  const readQueries = async (): Promise<string[]> => (await request.get(product.queriesUrl)).json();
  for (const path of lists) {
    await readQueries();
    const response = await request.get(`${product.listedBackofficeUrl}/p/sunset-hotel/${path}`);
    expect(response.status(), path).toBe(200);
    const queries = await readQueries();
    expect(queries, path).toContain('POST /rest/v1/rpc/get_own_account');
    expect(queries.length, `${path}: ${queries.join(', ')}`).toBeLessThanOrEqual(
      path === 'today' ? mostOfToday : mostQueries,
    );
  }
});

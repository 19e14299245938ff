import { globSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { OwnerScreen, product } from './owner-screen';

const roles = ['housekeeper', 'staff', 'manager', 'owner'] as const;
type Role = (typeof roles)[number];

/** The lowest role that each screen and each read of a place is for. `[…]` stands for a thing. */
const leastRoles: Record<string, Role> = {
  more: 'housekeeper',
  help: 'housekeeper',
  'help/[chapter]': 'housekeeper',
  members: 'housekeeper',
  'members/[id]': 'housekeeper',
  'members/new': 'manager',
  pulse: 'housekeeper',
  rooms: 'housekeeper',
  'rooms/[roomId]': 'staff',
  'rooms/new': 'manager',
  'rooms/order': 'manager',
  today: 'housekeeper',
  calendar: 'staff',
  'calendar/preview': 'staff',
  'calendar/window': 'staff',
  sessions: 'staff',
  'sessions/[id]': 'staff',
  'sessions/[id]/card': 'staff',
  'sessions/[id]/change': 'staff',
  'sessions/new': 'staff',
  locks: 'staff',
  bookings: 'staff',
  'bookings/csv': 'staff',
  'bookings/group': 'staff',
  'bookings/[id]': 'staff',
  'bookings/[id]/data': 'manager',
  'bookings/[id]/data/archive': 'manager',
  'bookings/[id]/document': 'staff',
  'bookings/[id]/guest': 'staff',
  'bookings/[id]/move': 'staff',
  'bookings/new': 'staff',
  'bookings/walk-in': 'staff',
  documents: 'staff',
  'documents/[id]': 'staff',
  'documents/picture/[grant]': 'staff',
  reports: 'staff',
  'reports/[id]': 'staff',
  'reports/[id]/photos/[index]': 'staff',
  find: 'housekeeper',
  preview: 'staff',
  types: 'staff',
  'types/[id]': 'staff',
  'types/[id]/seasons/[seasonId]': 'manager',
  'types/[id]/seasons/new': 'manager',
  'types/new': 'manager',
  notifications: 'staff',
  'notifications/[id]': 'staff',
  'notifications/settings': 'staff',
  orders: 'staff',
  'orders/[id]': 'staff',
  'orders/ended': 'staff',
  'orders/[id]/ticket': 'staff',
  'orders/kitchen': 'staff',
  sheets: 'staff',
  'sheets/qr': 'staff',
  'sheets/qr/[roomId]': 'staff',
  'sheets/register': 'staff',
  'sheets/register/[id]': 'staff',
  'sheets/walk': 'staff',
  catalogue: 'staff',
  'catalogue/[id]': 'manager',
  'catalogue/new': 'manager',
  'catalogue/categories': 'manager',
  'catalogue/categories/[id]': 'manager',
  'catalogue/categories/new': 'manager',
  deals: 'staff',
  'deals/[id]': 'manager',
  'deals/new': 'manager',
  numbers: 'staff',
  'numbers/[id]': 'manager',
  'numbers/new': 'manager',
  areas: 'staff',
  'areas/[id]': 'manager',
  'areas/new': 'manager',
  texts: 'manager',
  pictures: 'manager',
  'pictures/[id]': 'manager',
  'pictures/list': 'staff',
  settings: 'manager',
  'settings/access': 'manager',
  'settings/closing': 'owner',
  'settings/documents': 'manager',
  'settings/failed-messages': 'manager',
  'settings/languages': 'manager',
  'settings/orders': 'manager',
  'settings/place': 'manager',
  'settings/wifi': 'manager',
  history: 'manager',
  'history/[id]': 'manager',
  'history/csv': 'manager',
};

/** What takes a POST alone; `sheets.spec.ts` and `upload/route.test.ts` try it as the roles. */
const posts = ['pictures/upload', 'sheets/pdf', 'sheets/preview', 'sheets/print', 'sheets/walk/scan'];

/** What never ends, so that its status is read by a test of its own. */
const streams = ['pulse/live'];

const thing = crypto.randomUUID();
const get = (request: APIRequestContext, screen: string) =>
  request.get(`${product.backofficeUrl}/p/sunset-hotel/${screen.replaceAll(/\[\w+\]/g, thing)}`, {
    maxRedirects: 0,
  });

test('the table of roles names every screen and every read of a place', () => {
  const folder = path.join(import.meta.dirname, '../src/app/p/[slug]');
  const found = globSync('*/**/{page.tsx,route.ts}', { cwd: folder }).map(path.dirname);
  expect([...Object.keys(leastRoles), ...posts, ...streams].toSorted()).toEqual(found.toSorted());
});

for (const role of roles) {
  test(`a ${role} opens the screens of that role, and no others`, async ({ page }) => {
    await new OwnerScreen(page).signIn(`${role}@example.com`);
    for (const [screen, least] of Object.entries(leastRoles)) {
      const isAllowed = roles.indexOf(role) >= roles.indexOf(least);
      // Of things there is none with this id, which only who may look is told.
      const allowed = screen.includes('[') ? [404] : [200, 303];
      const { status } = await readStatus(page.request, screen);
      expect(isAllowed ? allowed : [403], `${screen} as ${role}`).toContain(status);
    }
  });
}

test('another owner, and who is signed out, open none of the screens', async ({ page, request }) => {
  await new OwnerScreen(page).signIn('other@example.com');
  for (const screen of Object.keys(leastRoles)) {
    expect(await readStatus(page.request, screen), `${screen} as another owner`).toMatchObject({
      status: 404,
    });
    const { status, location } = await readStatus(request, screen);
    const isRefused = status === 401 || (status === 307 && location?.includes('/sign-in'));
    expect(isRefused, `${screen} signed out: ${status} ${location}`).toBe(true);
  }
});

test('the stream of the pulse tells a member the pulse, and is refused to anybody else', async ({
  page,
  request,
}) => {
  await new OwnerScreen(page).signIn('other@example.com');
  expect(await readStatus(page.request, 'pulse/live')).toMatchObject({ status: 404 });
  expect(await readStatus(request, 'pulse/live')).toMatchObject({ status: 401 });

  await page.context().clearCookies();
  await new OwnerScreen(page).signIn('housekeeper@example.com');
  const first = await page.evaluate(async () => {
    const response = await fetch('/p/sunset-hotel/pulse/live');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    // The stream may say first that nothing has changed.
    let read = '';
    while (!/^data: \{.*\}$/m.test(read)) {
      read += (await reader?.read())?.value ?? '';
    }
    await reader?.cancel();
    return read.split('\n').find((line) => line.startsWith('data: {')) ?? '';
  });
  expect(Object.keys(JSON.parse(first.replace('data: ', '')))).toEqual(['rooms', 'version']);
});

async function readStatus(request: APIRequestContext, screen: string) {
  const response = await get(request, screen);
  return { status: response.status(), location: response.headers()['location'] };
}

test('a housekeeper reads the rooms by their numbers, and nothing that opens one', async ({ page }) => {
  await new OwnerScreen(page).signIn('housekeeper@example.com');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await page.goto(`${product.backofficeUrl}/p/sunset-hotel/rooms`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rooms');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.filter({ hasText: 'SUN-203' })).toBeVisible();
  await expect(rows.getByRole('link')).toHaveCount(0);
  expect(await page.content()).not.toMatch(/RM-[A-Z0-9]{4}/);
  const found = await page.request.get(`${product.backofficeUrl}/p/sunset-hotel/find?q=203`);
  expect(await found.json()).toEqual([]);
  await page.getByLabel('Label or room number').fill('204');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('SUN-204');
});

import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import { expect, type Page } from '@playwright/test';
import { Desk } from '../desk';
import { product } from '../product';
import { dayAhead, prove, type State, visit } from './state';

const at = (path: string) => (page: Page) => visit(page, path);

/** The home page, a booking link and an access code, and each error they can show. */
export const entryStates: readonly State[] = [
  { name: 'home', open: at('/') },
  { name: 'home, code refused', open: at('/?code=RM-SUNSET20') },
  { name: 'home, signed out', open: at('/?signed-out') },
  {
    name: 'home, with a way back to the last room',
    open: async (page) => {
      await visit(page, '/stay/room/RM-SUNSET22');
      await visit(page, '/');
    },
  },
  { name: 'booking link', open: at('/stay/BK-BED222') },
  { name: 'booking link, wrong name', open: openEntryAfter({ error: 'verification_failed', triesLeft: 3 }) },
  {
    name: 'booking link, locked',
    open: openEntryAfter({ error: 'rate_limited', retryAfterSeconds: 900, locked: true }),
  },
  { name: 'booking link, too fast', open: openEntryAfter({ error: 'rate_limited', retryAfterSeconds: 40 }) },
  {
    name: 'booking link, database not reachable',
    open: openEntryAfter({ error: 'unavailable', retryAfterSeconds: 5 }),
  },
  { name: 'booking link, code refused', open: at('/stay/BK-GUEST0') },
  { name: 'access code', open: at('/session/WAKE-UP23') },
  { name: 'access code, to which another site led', open: at('/session/WAKE-UP23?ask=1') },
  { name: 'access code that is not in use', open: at('/session/SUNS-ET22') },
  {
    name: 'too many requests',
    open: async (page) => {
      // The server allows five tries a minute for one code, so the next one is refused.
      for (let tries = 0; tries < 5; tries += 1) {
        await page.request.get(`${product.staysUrl}/session/RATE-LMTD`);
      }
      await visit(page, '/session/RATE-LMTD');
    },
  },
  { name: 'address that leads nowhere', open: at('/no-such-property') },
];

export const roomStates: readonly State[] = [
  { name: 'room', open: at('/stay/room/RM-SUNSET22') },
  { name: 'room, empty', open: at('/stay/room/RM-EMPTY234') },
  { name: 'room that asks for no proof', open: at('/stay/room/RM-BEACH234') },
  { name: 'dorm with zones', open: at('/stay/room/RM-DRM23456') },
  { name: 'room with hidden WiFi', open: at('/stay/room/RM-PAMEMPTY') },
  { name: 'browsing hidden', open: at('/stay/room/RM-HUSH2345') },
  {
    name: 'browsing hidden, a wrong name',
    open: async (page) => {
      await visit(page, '/stay/room/RM-HUSH2345');
      await page.getByLabel('Last name').fill('Nobody');
      await page.getByRole('button', { name: 'Open my stay' }).click();
      await page.getByText('This does not match a stay here.').waitFor();
    },
  },
  { name: 'room unknown', open: at('/stay/room/RM-ZZZZZZZZ') },
  { name: 'room code refused', open: at('/stay/room/RM-SUNSET20') },
  {
    name: 'own stay',
    open: async (page) => {
      await prove(page);
      await visit(page, '/stay/room/RM-SUNSET22');
    },
  },
  {
    name: 'own stay before its first day',
    open: async (page) => {
      const { bookingCode } = await bookAhead();
      const data = { bookingCode, lastName: 'Lan' };
      const headers = { origin: product.staysUrl };
      const response = await page.request.post(`${product.staysUrl}/api/stay/verify`, { data, headers });
      expect(response.ok()).toBe(true);
      await visit(page, `/stay/${bookingCode}`);
    },
  },
  {
    name: 'own stay where nothing is asked',
    open: async (page) => {
      const url = `${product.staysUrl}/api/stay/room/RM-BEACH234/verify`;
      const response = await page.request.post(url, { data: {}, headers: { origin: product.staysUrl } });
      expect(response.ok()).toBe(true);
      await visit(page, '/stay/room/RM-BEACH234');
    },
  },
  {
    name: 'everything unfolded',
    open: async (page) => {
      await visit(page, '/stay/room/RM-DRM23456');
      await unfold(page);
    },
  },
  {
    name: 'catalogue, with a picture and with what cannot be had',
    open: async (page) => {
      await prepareCatalogue();
      await visit(page, '/stay/room/RM-SUNSET22');
      await unfold(page);
    },
  },
  {
    name: 'database not reachable',
    open: async (page) => {
      await page.goto(`${product.staysWithoutDatabaseUrl}/stay/room/RM-SUNSET22`);
    },
  },
];

let bookedAhead: Promise<{ bookingCode: string }> | undefined;

/** One booking for all tests, of a room that no other test uses. */
function bookAhead(): Promise<{ bookingCode: string }> {
  bookedAhead ??= Desk.signIn('owner@example.com').then(async (desk) => {
    const room = await desk.addRoom('palm-resort', `Fern ${crypto.randomUUID().slice(0, 4)}`);
    return desk.book(room.id, 12, 15);
  });
  return bookedAhead;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      details.open = true;
    }
  });
}

/**
 * Makes the catalogue show an item that is not available at this time of day (the property's clock is seven hours ahead of
 * UTC), and one with a picture. The demo has sold-out items already.
 */
async function prepareCatalogue(): Promise<void> {
  const desk = await Desk.signIn('owner@example.com');
  const hourFromNow = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 13).concat(':00');
  await desk.changeItem('Shirt, washed and ironed', {
    available_from: hourFromNow(12),
    available_to: hourFromNow(14),
  });
  await desk.changeItem('Half a day in Hội An by car', { image: '/demo/beach-view.svg' });
}

const freePath = searchPath('backpack-hostel', 1);

export const propertyPageStates: readonly State[] = [
  { name: 'no dates chosen', open: at('/sunset-hotel') },
  { name: 'rooms and beds free', open: at(freePath) },
  {
    name: 'one room free',
    open: at(searchPath('beach-view', 2)),
  },
  {
    name: 'nothing free',
    open: at(searchPath('beach-view', 40)),
  },
  { name: 'days in the past', open: at('/sunset-hotel?checkIn=2020-01-01&checkOut=2020-01-03&guests=1') },
  { name: 'too many nights', open: at(searchPath('sunset-hotel', 1, 124)) },
  { name: 'bed taken meanwhile', open: openFormAfter({ error: 'conflict', reason: 'bed_is_taken' }, []) },
  {
    name: 'mistakes in the form',
    open: openFormAfter({ error: 'invalid_request' }, [
      'choice',
      'guestFirstName',
      'guestLastName',
      'guestEmail',
      'guestPhone',
    ]),
  },
  { name: 'too many requests', open: openFormAfter({ error: 'rate_limited', retryAfterSeconds: 900 }, []) },
  {
    name: 'database not reachable meanwhile',
    open: openFormAfter({ error: 'unavailable', retryAfterSeconds: 5 }, []),
  },
  { name: 'requested', open: at('/beach-view/requested?code=BK-BEACH2') },
  { name: 'privacy notice', open: at('/sunset-hotel/privacy') },
  { name: 'privacy notice, no documents', open: at('/palm-resort/privacy') },
];

function searchPath(slug: string, guests: number, nights = 3): string {
  return `/${slug}?checkIn=${dayAhead(210)}&checkOut=${dayAhead(210 + nights)}&guests=${guests}`;
}

/** Opens the booking link with the cookie that the server sets after a wrong answer. */
function openEntryAfter(error: ErrorBody) {
  return async (page: Page) => {
    await setResultCookie(page, 'gudbro_entry', { typed: 'Nobody', error }, '/stay/BK-BED222');
    await visit(page, '/stay/BK-BED222');
    await page.locator('input[aria-invalid]').waitFor();
  };
}

function openFormAfter(error: ErrorBody, fields: string[]) {
  const values = { guestFirstName: 'Văn Bình', guestLastName: 'Trần', guestEmail: 'binh@home' };
  return async (page: Page) => {
    await setResultCookie(page, 'booking_form', { error, fields, values }, '/backpack-hostel');
    await visit(page, `${freePath}&again`);
    await page.locator('#request [role=alert]').first().waitFor();
  };
}

async function setResultCookie(page: Page, name: string, content: object, path: string): Promise<void> {
  const value = Buffer.from(JSON.stringify(content)).toString('base64url');
  const { hostname: domain } = new URL(product.staysUrl);
  await page.context().addCookies([{ name, value, domain, path, httpOnly: true }]);
}

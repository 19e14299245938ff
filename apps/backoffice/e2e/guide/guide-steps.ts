import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { PictureName } from '../../src/features/help/guide';
import type { messagesOf } from '../../src/i18n/messages';
import { product } from '../owner-screen';

type Messages = (typeof messagesOf)['en'];

type Step = {
  /** The address, in the backoffice unless it is a whole one. */
  path: string;
  /** What is done there before the picture is taken. It stores nothing that another journey reads. */
  prepare?: (page: Page, messages: Messages) => Promise<void>;
};

/** The place of the pictures. No other journey changes its signs. */
const place = '/p/beach-view';
/** The place with several rooms and members. Other journeys change what is typed there, which is not compared. */
const largePlace = '/p/sunset-hotel';

const openFirst = async (page: Page, path: RegExp) => {
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(path);
};

/** Shows the screen from this field on. */
const scrollTo = (field: Locator) =>
  field.evaluate((element) => window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 150));

/** How each picture of the guide is taken. */
export const guideSteps: Record<PictureName, Step> = {
  'sign-up': { path: '/sign-in' },
  today: { path: `${place}/today`, prepare: (page) => scrollTo(page.locator('#set-up')) },
  rooms: { path: `${largePlace}/rooms` },
  room: { path: `${place}/rooms`, prepare: (page) => openFirst(page, /\/rooms\/[0-9a-f-]{36}$/) },
  'room-type': {
    path: `${largePlace}/types`,
    prepare: async (page, { RoomTypes }) => {
      await openFirst(page, /\/types\/[0-9a-f-]{36}$/);
      await scrollTo(page.getByLabel(RoomTypes.capacity));
    },
  },
  sheets: {
    path: `${place}/sheets`,
    prepare: (page, { Sheets }) => page.getByRole('img', { name: Sheets.previewAlt }).waitFor(),
  },
  walk: {
    path: `${place}/sheets/walk`,
    prepare: async (page, { Walk }) => {
      const start = page.getByRole('button', { name: Walk.start });
      const camera = page.getByRole('button', { name: Walk.camera });
      await start.or(camera).waitFor();
      // The walk of the other language goes on.
      if (await start.isVisible()) {
        await start.click();
      }
      await camera.waitFor();
    },
  },
  wifi: { path: `${place}/settings/wifi` },
  guest: { path: `${product.staysUrl}/stay/room/RM-BEACH234` },
  access: { path: `${largePlace}/settings/access` },
  catalogue: { path: `${place}/catalogue` },
  texts: {
    path: `${place}/texts`,
    prepare: (page, { Texts }) => scrollTo(page.getByLabel(Texts.description).first()),
  },
  documents: { path: `${place}/settings/documents` },
  members: { path: `${largePlace}/members` },
  history: { path: `${place}/history?thing=print_jobs` },
  closing: { path: `${place}/settings/closing` },
};

/** Writes signs into the register of the place: its rooms have them in the pictures. */
export async function printSigns(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${product.backofficeUrl}${place}/sheets`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button').filter({ hasText: 'PDF' }).first().click();
  await (await downloading).path();
  await page.close();
}

import { type Browser, type Cookie, expect, type Locator, type Page } from '@playwright/test';
import { Desk } from '../../stays/e2e/desk';
import { HouseClock } from './house-clock';
import { makePlace } from './make-place';
import { product } from './owner-screen';
import { signUpOwner } from './sign-up-owner';

const password = 'a password of ten';

/** The days of the journeys: far enough ahead that nothing of today is in them. */
export const march = (day: number) => `2031-03-${String(day).padStart(2, '0')}`;

/** A house of eight rooms whose calendar the journeys use, each of them its own rooms or weeks. */
export class CalendarHouse {
  readonly url: string;
  readonly slug: string;
  readonly clock: HouseClock;
  private readonly desk: Desk;
  private readonly rooms: ReadonlyMap<string, string>;
  private readonly cookies: readonly Cookie[];

  private constructor(
    clock: HouseClock,
    slug: string,
    desk: Desk,
    rooms: ReadonlyMap<string, string>,
    cookies: readonly Cookie[],
  ) {
    this.url = `${product.backofficeUrl}/p/${slug}`;
    this.slug = slug;
    this.clock = clock;
    this.desk = desk;
    this.rooms = rooms;
    this.cookies = cookies;
  }

  /**
   * Its owner signs up and makes it by the set-up. Each file of journeys has one in each worker, and another one if a worker
   * begins with the file again. Each has an owner of its own, since an account makes three places a day.
   */
  static async make(browser: Browser): Promise<CalendarHouse> {
    const own = crypto.randomUUID().slice(0, 8);
    const email = `calendar-${own}@example.com`;
    const page = await browser.newPage();
    await signUpOwner(page, { name: 'Kai Lenders', email, password });
    await makePlace(page, {
      name: `Calendar House ${own}`,
      kind: /^Hotel/,
      rooms: '101-108',
      count: 8,
      roomType: 'Double',
    });
    const cookies = await page.context().cookies(product.backofficeUrl);
    await page.close();
    const desk = await Desk.signIn(email, password);
    const slug = `calendar-house-${own}`;
    const clock = new HouseClock();
    await desk.setTimeZone(slug, clock.timeZone);
    return new CalendarHouse(clock, slug, desk, await desk.listRooms(slug), cookies);
  }

  /** Gives the browser the session of the house's owner. */
  async signIn(page: Page): Promise<void> {
    await page.context().addCookies([...this.cookies]);
  }

  async book(lastName: string, room: number, from: string, to: string): Promise<string> {
    const guest = { name: `Kim ${lastName}`, lastName };
    const { id } = await this.desk.bookDays(this.rooms.get(String(room)) ?? '', guest, { from, to });
    return id;
  }

  markDirty(room: number): Promise<void> {
    return this.desk.markDirty(this.rooms.get(String(room)) ?? '');
  }

  checkIn(id: string): Promise<void> {
    return this.desk.checkIn(id);
  }
}

/** The calendar in a browser. */
export class CalendarPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly dialog: Locator;
  private readonly house: CalendarHouse;

  constructor(page: Page, house: CalendarHouse) {
    this.page = page;
    this.house = house;
    this.grid = page.getByRole('grid');
    // A message over the page is a dialog too, for a screen reader.
    this.dialog = page.locator('dialog[open]');
  }

  /** Another desk of the house, in a browser of its own. */
  static async openBeside(browser: Browser, house: CalendarHouse): Promise<CalendarPage> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await house.signIn(page);
    return new CalendarPage(page, house);
  }

  async open(from: string, days = 14): Promise<void> {
    await this.page.goto(`${this.house.url}/calendar?from=${from}&days=${days}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Calendar');
  }

  /** The bar of a stay in a room, by the day on which it begins there and the one on which it ends. */
  bar(lastName: string, room: number, from: string, to: string): Locator {
    const name = `Room ${room}, ${from}, Kim ${lastName}, until ${to}`;
    return this.grid.getByRole('gridcell', { name });
  }

  cell(room: number, day: string): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`^Room ${room}, .*${day}, free$`) });
  }

  /** Goes by keys from where they begin, the first day in view of room 101, to another room on that day. */
  async goDown(room: number): Promise<void> {
    await this.grid.locator('[tabindex="0"]').focus();
    for (let row = 101; row < room; row += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  /** Undoes by the message that says this. */
  async undo(message = 'Changed.', press = (button: Locator) => button.click()): Promise<void> {
    const toast = this.page.getByRole('dialog', { name: message }).first();
    await press(toast.getByRole('button', { name: 'Undo' }));
    await expect(toast).toHaveCount(0);
  }

  /** Drags a bar by some days and rows, held in its middle or at an end. */
  async drag(bar: Locator, by: { days?: number; rows?: number }, hold: 'middle' | 'end' = 'middle') {
    const box = await findBox(bar);
    const day = await findBox(this.grid.getByRole('columnheader').nth(1));
    const row = await findBox(this.grid.getByRole('row').nth(2));
    const x = hold === 'middle' ? box.x + box.width / 2 : box.x + box.width - 3;
    const y = box.y + box.height / 2;
    await this.dragTo({ x, y }, { x: x + (by.days ?? 0) * day.width, y: y + (by.rows ?? 0) * row.height });
  }

  /** Drags something onto the row of a room. */
  async dragToRoom(what: Locator, room: number): Promise<void> {
    const [from, row, grid] = [
      await findBox(what),
      await findBox(this.grid.getByRole('rowheader', { name: String(room) })),
      await findBox(this.grid),
    ];
    await this.dragTo(
      { x: from.x + from.width / 2, y: from.y + from.height / 2 },
      { x: grid.x + grid.width / 2, y: row.y + row.height / 2 },
    );
  }

  private async dragTo(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 10, from.y + 3);
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }
}

/** Where something is. The grid renders anew once it has measured its columns: what is found may go while it is looked at. */
async function findBox(what: Locator) {
  const found: { box: Awaited<ReturnType<Locator['boundingBox']>> } = { box: null };
  await expect(async () => {
    found.box = await what.boundingBox();
    expect(found.box).not.toBeNull();
  }).toPass();
  if (found.box === null) {
    throw new TypeError('A box was found.');
  }
  return found.box;
}

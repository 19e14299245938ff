import { expect, type Page } from '@playwright/test';
import { Desk } from '../../../stays/e2e/desk';
import { HouseClock } from '../house-clock';
import { makePlace } from '../make-place';
import { OwnerScreen, product } from '../owner-screen';
import { DayBook } from './day-book';

export type Stay = { id: string; code: string; lastName: string; room: number };

const slug = 'the-forty';
const owner = 'other@example.com';

/** A house of 40 rooms, with what its desk has done before the day begins: the team, one thing to order, and bookings. */
export class House {
  readonly url = `${product.backofficeUrl}/p/${slug}`;
  readonly book = new DayBook();
  private readonly clock = new HouseClock();
  private readonly desk: Desk;
  private readonly rooms: ReadonlyMap<string, string>;

  private constructor(desk: Desk, rooms: ReadonlyMap<string, string>) {
    this.desk = desk;
    this.rooms = rooms;
  }

  /** Its owner makes it by the set-up, and adds something to order. */
  static async make(page: Page): Promise<House> {
    await new OwnerScreen(page).signIn(owner);
    await makePlace(page, {
      name: 'The Forty',
      kind: /^Hotel/,
      rooms: '101-140',
      count: 40,
      roomType: 'Double',
    });
    await add(page, 'catalogue/categories/new', { Name: 'Kitchen' }, 'Add a category');
    await add(page, 'catalogue/new', { Name: 'Noodle soup', 'Price (GBP)': '9.50' }, 'Add an item');
    const desk = await Desk.signIn(owner);
    const house = new House(desk, await desk.listRooms(slug));
    await desk.setTimeZone(slug, house.clock.timeZone);
    return house;
  }

  /** Invites somebody of the demo's teams, who accepts. */
  async addMember(email: string, role: 'manager' | 'staff' | 'housekeeper'): Promise<void> {
    const secret = await this.desk.invite(slug, role);
    const member = await Desk.signIn(email);
    await member.acceptInvitation(secret);
  }

  /** Books a room for nights that are counted from today. */
  async bookNights(lastName: string, room: number, nights: { from: number; to: number }): Promise<Stay> {
    const days = { from: this.clock.day(nights.from), to: this.clock.day(nights.to) };
    const guest = { name: `Kim ${lastName}`, lastName };
    const { id, bookingCode } = await this.desk.bookDays(this.roomId(room), guest, days);
    this.book.note(owner, 'accom_bookings', room, 'added confirmed');
    return { id, code: bookingCode, lastName, room };
  }

  /** A guest who came yesterday. */
  async bookInHouse(lastName: string, room: number, to: number): Promise<Stay> {
    const stay = await this.bookNights(lastName, room, { from: -1, to });
    await this.desk.checkIn(stay.id);
    this.book.note(owner, 'accom_bookings', room, 'checked_in');
    return stay;
  }

  /** Whether the history of the place is what the day's script did. */
  async expectHistory(): Promise<void> {
    await this.book.expectHistory(this.desk, slug);
  }

  private roomId(room: number): string {
    const id = this.rooms.get(String(room));
    if (id === undefined) {
      throw new Error(`The house has no room ${room}.`);
    }
    return id;
  }
}

async function add(page: Page, screen: string, fields: Record<string, string>, button: string) {
  await page.goto(`${product.backofficeUrl}/p/${slug}/${screen}`);
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).first().fill(value);
  }
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText(/^(Saved|Added)/).first()).toBeVisible();
}

import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { holdUndo } from '../hold-undo';
import { OwnerScreen } from '../owner-screen';
import { DayPictures } from './day-pictures';
import { GuestPhone } from './guest-phone';
import { House, type Stay } from './house';

// A tap that finds nothing must end the day, which may take long as a whole.
test.use({ actionTimeout: 60_000 });

/** Guests who came yesterday or before, by room, with the days until they leave. */
const inHouse = [
  ['Adebayo', 101, 3],
  ['Bergström', 102, 2],
  ['Castellano', 103, 4],
  ['Dvořák', 104, 2],
  ['Eriksen', 105, 3],
  ['Fitzgerald', 106, 0],
  ['Grünwald', 107, 0],
  ['Hashimoto', 108, 0],
] as const;

/** Guests who are expected today. The last one comes into a room that somebody leaves today. */
const expected = [
  ['Ibarra', 111],
  ['Jóhannsdóttir', 112],
  ['Kowalczyk', 113],
  ['Lindqvist', 114],
  ['Mai', 115],
  ['Nguyễn', 116],
  ['Okonkwo', 117],
  ['Papadopoulos', 118],
  ['Quispe', 119],
  ['Rousseau', 120],
  ['Sørensen', 107],
] as const;

const walkInRoom = 130;

const owner = 'other@example.com';
const manager = 'manager@example.com';
const staff = 'staff@example.com';
const housekeeping = 'housekeeper@example.com';

const card = (board: Page | Locator, note: string) => board.getByRole('article').filter({ hasText: note });

/** Several at a time: as many browsers at once as a small machine can run. */
async function inTurns<In, Out>(list: readonly In[], run: (one: In, index: number) => Promise<Out>) {
  const made: Out[] = [];
  const size = 5;
  for (let start = 0; start < list.length; start += size) {
    const turn = list.slice(start, start + size).map((one, index) => run(one, start + index));
    made.push(...(await Promise.all(turn)));
  }
  return made;
}

class Desks {
  readonly pages: readonly Page[];
  private readonly emails: readonly string[];

  private constructor(emails: readonly string[], pages: readonly Page[]) {
    this.emails = emails;
    this.pages = pages;
  }

  static async open(browser: Browser, house: House, emails: readonly string[]): Promise<Desks> {
    const pages = [];
    for (const email of emails) {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await new OwnerScreen(page).signIn(email);
      await page.goto(`${house.url}/today`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
      pages.push(page);
    }
    return new Desks(emails, pages);
  }

  /** Who sits at this desk. */
  who(index: number): string {
    return this.emails[index % this.emails.length] ?? failWith('No desk is open.');
  }

  of(index: number): Page {
    const page = this.pages[index % this.pages.length];
    return page ?? failWith('No desk is open.');
  }
}

test('a day of a house of 40 rooms: three desks, a kitchen and the phones of twenty guests', async ({
  page,
  browser,
}) => {
  test.setTimeout(1_800_000);
  const pictures = new DayPictures();
  const step = async <Result>(title: string, run: () => Promise<Result>) => {
    const result = await test.step(title, run);
    await pictures.take();
    return result;
  };
  const house = await test.step('the evening before: the team, and the book', async () => {
    const made = await House.make(page);
    await made.addMember(manager, 'manager');
    await made.addMember(staff, 'staff');
    await made.addMember(housekeeping, 'housekeeper');
    return made;
  });
  const stays: Stay[] = [];
  for (const [lastName, room, to] of inHouse) {
    stays.push(await house.bookInHouse(lastName, room, to));
  }
  const arrivals: Stay[] = [];
  for (const [lastName, room] of expected) {
    arrivals.push(await house.bookNights(lastName, room, { from: 0, to: 2 }));
  }
  const { book } = house;
  const desks = await Desks.open(browser, house, [owner, manager, staff]);
  const kitchen = await openKitchen(browser, house);
  const phones = await inTurns(stays, (stay) => GuestPhone.open(browser, stay));
  for (const [index, desk] of desks.pages.entries()) {
    pictures.watch(`desk-${index + 1}`, desk);
  }
  pictures.watch('kitchen', kitchen);
  for (const { stay, page: phone } of phones) {
    pictures.watch(`phone-${stay.room}`, phone);
  }

  await step('arrivals: each is checked in by one of the desks, and one by two at once', async () => {
    for (const [index, { lastName, room }] of arrivals.slice(0, -1).entries()) {
      const button = (desk: Page) => desk.getByRole('button', { name: `Check in: Kim ${lastName}` });
      const pressing = index === 0 ? [desks.of(0), desks.of(1)] : [desks.of(index)];
      await pressAtOnce(pressing.map(button));
      const people = index === 0 ? [desks.who(0), desks.who(1)] : [desks.who(index)];
      book.noteOneOf(people, 'accom_bookings', room, 'checked_in');
      for (const desk of desks.pages) {
        await expect(button(desk)).toHaveCount(0);
      }
    }
    phones.push(...(await inTurns(arrivals.slice(0, -1), (stay) => GuestPhone.open(browser, stay))));
  });

  await step('a walk-in', async () => {
    phones.push(await GuestPhone.open(browser, await takeWalkIn(desks.of(2), house)));
    book.note(desks.who(2), 'accom_bookings', walkInRoom, 'added confirmed');
    book.note(desks.who(2), 'accom_bookings', walkInRoom, 'checked_in');
  });

  const phoneOf = (lastName: string) => findPhone(phones, lastName);

  await step('each phone shows its room', async () => {
    await inTurns(phones, (phone) => phone.expectRoom(phone.stay.room));
  });

  const notes = await step('each guest orders, and the kitchen has each order once', async () => {
    const sent = await inTurns(phones, (phone) => phone.orderSoup());
    for (const { stay } of phones) {
      book.note('guest', 'accom_service_orders', stay.room, 'added pending');
    }
    for (const note of sent) {
      await expect(card(kitchen, note)).toHaveCount(1);
    }
    await expect(kitchen.getByRole('article')).toHaveCount(sent.length);
    return sent;
  });

  await step('the kitchen takes the steps, and each phone shows them', async () => {
    for (const [button, status, step] of [
      ['Confirm', 'Confirmed', 'confirmed'],
      ['Start preparing', 'Being prepared', 'preparing'],
      ['Delivered', 'Delivered', 'delivered'],
    ] as const) {
      for (const [index, note] of notes.entries()) {
        // Without the pointer: it would miss a button that moves up, as the card before it goes to the next column.
        await card(kitchen, note).getByRole('button', { name: button }).dispatchEvent('click');
        book.note(staff, 'accom_service_orders', phones[index]?.stay.room ?? null, step);
      }
      await inTurns(phones, (phone, index) => phone.expectOrder(notes[index] ?? '', status));
    }
  });

  await step('a guest in house gets another room, and an open order goes along', async () => {
    const phone = phoneOf('Eriksen');
    await phone.closeSheet();
    const note = await phone.orderSoup();
    book.note('guest', 'accom_service_orders', phone.stay.room, 'added pending');
    await moveInHouse(desks.of(1), house, phone.stay, 131);
    book.note(desks.who(1), 'accom_bookings', 131, 'moved');
    book.note(desks.who(1), 'room_states', phone.stay.room, 'dirty');
    await holdUndo(desks.of(1));
    await expect(card(kitchen, note)).toContainText('131');
    await phone.closeSheet();
    await phone.expectRoom(131);
    await undo(desks.of(1));
    await phone.expectRoom(phone.stay.room);
    book.note(desks.who(1), 'accom_bookings', phone.stay.room, 'moved again');
    book.note(desks.who(1), 'room_states', phone.stay.room, 'clean');
    await moveInHouse(desks.of(1), house, phone.stay, 131);
    book.note(desks.who(1), 'accom_bookings', 131, 'moved');
    book.note(desks.who(1), 'room_states', phone.stay.room, 'dirty');
    await phone.expectRoom(131);
    await card(kitchen, note).getByRole('button', { name: 'Confirm' }).click();
    book.note(staff, 'accom_service_orders', 131, 'confirmed');
  });

  await step('a guest may leave late, and reads it', async () => {
    await holdUntil(desks.of(1), house, phoneOf('Grünwald').stay, '15:00');
    book.note(desks.who(1), 'accom_bookings', 107, 'hours');
    await phoneOf('Grünwald').closeSheet();
    await expect(phoneOf('Grünwald').page.getByText('3:00 PM').first()).toBeVisible();
    await desks.of(1).goto(`${house.url}/today`);
  });

  await step('a guest cancels while the kitchen confirms: one of the two holds, for both', async () => {
    const phone = phoneOf('Adebayo');
    await phone.closeSheet();
    const note = await phone.orderSoup();
    const confirm = card(kitchen, note).getByRole('button', { name: 'Confirm' });
    await expect(confirm).toBeVisible();
    await phone.askToCancel(note);
    await pressAtOnce([phone.cancelButton(note), confirm]);
    await expect(phone.status(note)).toHaveText(/^(Cancelled|Confirmed)$/);
    const isCancelled = (await phone.status(note).textContent()) === 'Cancelled';
    await expect(card(kitchen, note)).toContainText(
      isCancelled ? 'The guest cancelled this order.' : 'Start preparing',
    );
    await card(kitchen, note)
      .getByRole('button', { name: isCancelled ? 'I have seen it' : 'Start preparing' })
      .click();
    const { room } = phone.stay;
    book.note('guest', 'accom_service_orders', room, 'added pending');
    book.note(
      isCancelled ? 'guest' : staff,
      'accom_service_orders',
      room,
      isCancelled ? 'cancelled' : 'confirmed',
    );
    book.note(staff, 'accom_service_orders', room, isCancelled ? 'acknowledged' : 'preparing');
  });

  await step('a report: the desk answers it, and the guest reads that', async () => {
    const phone = phoneOf('Bergström');
    const desk = desks.of(0);
    await phone.closeSheet();
    const own = await phone.report('The shower is cold');
    await desk.goto(`${house.url}/reports`);
    await desk.getByRole('link', { name: 'The shower is cold' }).click();
    await desk.getByLabel('Message to the guest').fill('Somebody comes at once.');
    await desk.getByRole('button', { name: 'Send to the guest' }).click();
    await expect(own).toContainText('Somebody comes at once.');
    await desk.getByRole('button', { name: 'I see to it' }).click();
    await expect(own).toContainText('Being worked on');
    await desk.getByRole('button', { name: 'It is resolved' }).click();
    await expect(desk.getByRole('button', { name: 'Open again' })).toBeVisible();
    await holdUndo(desk);
    await expect(own).toContainText('Solved');
    await undo(desk);
    await expect(own).toContainText('Being worked on');
    await desk.getByRole('button', { name: 'It is resolved' }).click();
    await expect(own).toContainText('Solved');
    book.note(desks.who(0), 'incidents', phone.stay.room, 'in_progress again');
    book.note(desks.who(0), 'incidents', phone.stay.room, 'resolved');
    book.note('guest', 'incidents', phone.stay.room, 'added open');
    for (const step of ['in_progress', 'resolved']) {
      book.note(desks.who(0), 'incidents', phone.stay.room, step);
    }
    // The message, and the guest is told of each step: the last one is taken once more.
    for (let told = 0; told < 4; told += 1) {
      book.note(desks.who(0), 'incident_updates', null, 'added');
    }
  });

  await step('departures: each phone says so, and untells it where the desk undoes it', async () => {
    const desk = desks.of(1);
    for (const lastName of ['Fitzgerald', 'Grünwald', 'Hashimoto']) {
      const phone = phoneOf(lastName);
      await phone.closeSheet();
      await desk.getByRole('button', { name: `Check out: Kim ${lastName}` }).click();
      await holdUndo(desk);
      await phone.expectCheckedOut();
      book.note(desks.who(1), 'accom_bookings', phone.stay.room, 'checked_out');
      book.note(desks.who(1), 'room_states', phone.stay.room, 'dirty');
    }
    await undo(desk);
    await expect(desk.getByRole('button', { name: 'Check out: Kim Hashimoto' })).toBeVisible();
    await phoneOf('Hashimoto').expectInHouse();
    book.note(desks.who(1), 'accom_bookings', 108, 'checked_in again');
    book.note(desks.who(1), 'room_states', 108, 'clean');
    await desk.getByRole('button', { name: 'Check out: Kim Hashimoto' }).click();
    await phoneOf('Hashimoto').expectCheckedOut();
    book.note(desks.who(1), 'accom_bookings', 108, 'checked_out');
    book.note(desks.who(1), 'room_states', 108, 'dirty');
  });

  await step('a turnover: the next guest waits until the housekeeper has cleaned the room', async () => {
    const desk = desks.of(2);
    const housekeeper = await openHousekeeper(browser, house);
    await desk.goto(`${house.url}/today`);
    await desk.getByRole('button', { name: 'Is here, waits: Kim Sørensen' }).click();
    const row = housekeeper.getByRole('listitem').filter({ hasText: '107' });
    await expect(row).toContainText('The guest is here and waits');
    await housekeeper.getByRole('button', { name: 'Start cleaning: room 107' }).click();
    await housekeeper.getByRole('button', { name: 'It is clean: room 107' }).click();
    await desk.getByRole('button', { name: 'Check in: Kim Sørensen' }).click();
    await expect(desk.getByRole('button', { name: 'Check in: Kim Sørensen' })).toHaveCount(0);
    phones.push(await GuestPhone.open(browser, arrivals.at(-1) ?? failWith('Nobody is expected in 107.')));
    await phoneOf('Sørensen').expectRoom(107);
    book.note(desks.who(2), 'accom_bookings', 107, 'arrived');
    book.note(housekeeping, 'room_states', 107, 'cleaning');
    book.note(housekeeping, 'room_states', 107, 'clean');
    book.note(desks.who(2), 'accom_bookings', 107, 'checked_in');
  });

  await step('the history has each step of the day once, by whom it was, and no other', async () => {
    await house.expectHistory();
  });
});

/** Presses these buttons, each found before the first is pressed: one of them may take the others from their screens. */
async function pressAtOnce(buttons: Locator[]): Promise<void> {
  const found = await Promise.all(buttons.map((button) => button.elementHandle()));
  await Promise.all(found.map((button) => button?.dispatchEvent('click')));
}

/** Takes back what this desk did last. */
async function undo(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Undo', exact: true }).first().click();
}

async function openKitchen(browser: Browser, house: House): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1024, height: 768 } })).newPage();
  await new OwnerScreen(page).signIn(staff);
  await page.goto(`${house.url}/orders/kitchen`);
  return page;
}

async function takeWalkIn(desk: Page, house: House): Promise<Stay> {
  await desk.goto(`${house.url}/bookings/walk-in`);
  const rooms = desk.getByLabel('Room', { exact: true });
  const free = rooms.getByRole('option', { name: new RegExp(`\\b${walkInRoom}\\b`) });
  await rooms.selectOption(await free.getAttribute('value'));
  await desk.getByLabel('Last name', { exact: true }).fill('Tanaka');
  await desk.getByRole('main').getByRole('button', { name: 'Check in' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Tanaka');
  const code = (await desk.getByText(/^BK-[A-Z2-9]{6}$/).textContent()) ?? '';
  const id = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
  return { id, code, lastName: 'Tanaka', room: walkInRoom };
}

async function openStayInCalendar(desk: Page, house: House, { id }: Stay): Promise<Locator> {
  await desk.goto(`${house.url}/calendar?stay=${id}`);
  return desk.getByRole('dialog');
}

async function moveInHouse(desk: Page, house: House, stay: Stay, room: number): Promise<void> {
  const dialog = await openStayInCalendar(desk, house, stay);
  await dialog.getByLabel('Room', { exact: true }).selectOption({ label: String(room) });
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await desk.getByRole('button', { name: 'Move now' }).click();
  await expect(desk.getByText('Moved. The guest’s page says the new room.')).toBeVisible();
}

async function holdUntil(desk: Page, house: House, stay: Stay, time: string): Promise<void> {
  const dialog = await openStayInCalendar(desk, house, stay);
  await dialog.getByLabel('Leaves at').fill(time);
  await dialog.getByRole('button', { name: 'Hold the room' }).click();
  await expect(desk.getByText('The room is held for these hours.').first()).toBeVisible();
}

async function openHousekeeper(browser: Browser, house: House): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await new OwnerScreen(page).signIn(housekeeping);
  await page.goto(`${house.url}/today`);
  return page;
}

function findPhone(phones: readonly GuestPhone[], lastName: string): GuestPhone {
  return (
    phones.find(({ stay }) => stay.lastName === lastName) ?? failWith(`No phone of ${lastName} is open.`)
  );
}

function failWith(message: string): never {
  throw new Error(message);
}

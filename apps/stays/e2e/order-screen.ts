import type { Locator, Page } from '@playwright/test';
import { isHydrated } from './is-hydrated';
import { product } from './product';
import { waitForPreloads } from './wait-for-preloads';

/** The catalogue, the cart and the orders, as a guest sees them in English. */
export class OrderScreen {
  readonly page: Page;
  readonly bar: Locator;
  readonly cart: Locator;
  readonly orders: Locator;
  readonly verification: Locator;
  readonly placeButton: Locator;
  readonly note: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('button', { name: /View cart$/ });
    this.cart = page.getByRole('dialog', { name: 'Your cart' });
    this.orders = page.getByRole('dialog', { name: 'Your orders' });
    this.verification = page.getByRole('dialog', { name: 'Is it you?' });
    this.placeButton = this.cart.getByRole('button', { name: 'Place order' });
    this.note = this.cart.getByLabel('Note');
  }

  /** Opens the link of the room's QR code and waits until a tap takes effect at once. */
  async open(roomCode: string): Promise<void> {
    await this.page.goto(`${product.staysUrl}/stay/room/${roomCode}`);
    await this.waitUntilHydrated();
  }

  /** Waits until React has hydrated the page, so that a tap takes effect at once. */
  async waitUntilHydrated(): Promise<void> {
    await this.page.waitForFunction(isHydrated);
  }

  /** The button beside an item. Opens its category first: which ones are open depends on the time of day. */
  async findAdd(item: string): Promise<Locator> {
    await this.waitUntilHydrated();
    const button = this.page.locator('button[data-item]').filter({ hasText: `Add ${item}` });
    const category = this.page.locator('details').filter({ has: button });
    if ((await category.getAttribute('open')) === null) {
      await category.locator('summary').click();
    }
    return button;
  }

  /** Adds an item, once its script is there: a tap that comes earlier may miss its time, and another try opens the cart. */
  async add(item: string): Promise<void> {
    const button = await this.findAdd(item);
    await waitForPreloads(this.page);
    await button.click();
  }

  /** The stepper of an item in the catalogue. */
  stepper(item: string): Locator {
    return this.page.locator('#services li').filter({ hasText: item }).locator('div:has(> output)');
  }

  /** Finds a line of the cart by its item. */
  line(item: string): Locator {
    return this.cart.getByRole('listitem').filter({ hasText: item });
  }

  /** Finds an order by the note that was sent with it. */
  order(note: string): Locator {
    return this.orders.getByRole('listitem').filter({ hasText: note });
  }

  /** The status of an order: its current step, or the word in its heading once it has ended. */
  status(note: string): Locator {
    return this.order(note).locator('[aria-current=step], h3 span');
  }

  async answer(lastName: string): Promise<void> {
    await this.verification.getByLabel('Last name').fill(lastName);
    await this.verification.getByRole('button', { name: 'Continue' }).click();
  }
}

/** A note that no other order has, since several tests order at the same property at the same time. */
export function makeNote(): string {
  return `Please knock, ${crypto.randomUUID().slice(0, 8)}`;
}

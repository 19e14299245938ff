import type { Locator, Page } from '@playwright/test';
import { isHydrated } from './is-hydrated';
import { product } from './product';

/** The catalogue, the cart and the orders, as a guest sees them in English. */
export class OrderScreen {
  readonly page: Page;
  readonly bar: Locator;
  readonly cart: Locator;
  readonly orders: Locator;
  readonly verification: Locator;
  readonly place: Locator;
  readonly note: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('button', { name: /View cart$/ });
    this.cart = page.getByRole('dialog', { name: 'Your cart' });
    this.orders = page.getByRole('dialog', { name: 'Your orders' });
    this.verification = page.getByRole('dialog', { name: 'Is it you?' });
    this.place = this.cart.getByRole('button', { name: 'Place order' });
    this.note = this.cart.getByLabel('Note');
  }

  /** Follows the QR's link and waits until the page's script listens. */
  async open(roomCode: string): Promise<void> {
    await this.page.goto(`${product.staysUrl}/stay/room/${roomCode}`);
    await this.isReady();
  }

  /** The page's script listens by now. */
  async isReady(): Promise<void> {
    await this.page.waitForFunction(isHydrated);
  }

  /** The button beside an item. Its category is unfolded first; which one is open depends on the hour. */
  async findAdd(item: string): Promise<Locator> {
    await this.isReady();
    const button = this.page.locator('button[data-item]').filter({ hasText: `Add ${item}` });
    const category = this.page.locator('details').filter({ has: button });
    if ((await category.getAttribute('open')) === null) {
      await category.locator('summary').click();
    }
    return button;
  }

  async add(item: string): Promise<void> {
    await (await this.findAdd(item)).click();
  }

  /** A line of the cart, by its item. */
  line(item: string): Locator {
    return this.cart.getByRole('listitem').filter({ hasText: item });
  }

  /** An order, by the note it was sent with. */
  order(note: string): Locator {
    return this.orders.getByRole('listitem').filter({ hasText: note });
  }

  async prove(lastName: string): Promise<void> {
    await this.verification.getByLabel('Last name').fill(lastName);
    await this.verification.getByRole('button', { name: 'Continue' }).click();
  }
}

/** Words no other order has: journeys run side by side on one house. */
export function drawNote(): string {
  return `Please knock, ${crypto.randomUUID().slice(0, 8)}`;
}

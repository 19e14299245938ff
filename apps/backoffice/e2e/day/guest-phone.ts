import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { makeNote, OrderScreen } from '../../../stays/e2e/order-screen';
import { openPhone } from '../open-phone';
import { product } from '../owner-screen';
import type { Stay } from './house';

/** The phone of a guest, whose stay was opened by its code and last name. */
export class GuestPhone {
  readonly stay: Stay;
  readonly page: Page;
  private readonly orderScreen: OrderScreen;

  private constructor(stay: Stay, page: Page) {
    this.stay = stay;
    this.page = page;
    this.orderScreen = new OrderScreen(page);
  }

  static async open(browser: Browser, stay: Stay): Promise<GuestPhone> {
    const context = await openPhone(browser, { viewport: { width: 360, height: 740 }, locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(`${product.staysUrl}/stay/${stay.code}`);
    await page.getByLabel('Last name', { exact: true }).fill(stay.lastName);
    await page.getByRole('button', { name: 'Open my stay' }).click();
    return new GuestPhone(stay, page);
  }

  async expectRoom(room: number): Promise<void> {
    await expect(this.page.getByText(`Room ${room}`).first()).toBeVisible();
  }

  /** Orders a soup, and leaves the list of orders open. Returns the note by which the desk finds the order. */
  async orderSoup(): Promise<string> {
    const note = makeNote();
    await this.orderScreen.add('Noodle soup');
    await this.orderScreen.bar.click();
    await this.orderScreen.note.fill(note);
    await this.orderScreen.placeButton.click();
    await this.expectOrder(note, 'Sent');
    return note;
  }

  status(note: string): Locator {
    return this.orderScreen.status(note);
  }

  async askToCancel(note: string): Promise<void> {
    await this.orderScreen.order(note).getByRole('button', { name: 'Cancel the order' }).click();
  }

  /** The button that answers the question whether to cancel. */
  cancelButton(note: string): Locator {
    return this.orderScreen.order(note).getByRole('button', { name: 'Yes, cancel it' });
  }

  async expectOrder(note: string, status: string): Promise<void> {
    await expect(this.status(note)).toHaveText(status);
  }

  /** Reports what is wrong, and leaves the list of reports open. */
  async report(title: string): Promise<Locator> {
    await this.page.locator('[data-action="report"]:visible').first().click();
    const form = this.page.getByRole('dialog', { name: 'Report a problem' });
    await form.getByLabel('What is wrong?').fill(title);
    await form.getByText('At once').click();
    await form.getByRole('button', { name: 'Send to the desk' }).click();
    const own = this.page.getByRole('dialog', { name: 'My reports' }).getByRole('listitem');
    await expect(own.filter({ hasText: title }).first()).toContainText('Reported');
    return own.filter({ hasText: title }).first();
  }

  async closeSheet(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.locator('dialog[open]')).toHaveCount(0);
  }

  async expectCheckedOut(): Promise<void> {
    await expect(this.page.getByText('You have checked out.')).toBeVisible();
  }

  async expectInHouse(): Promise<void> {
    await expect(this.page.getByText('You have checked out.')).toHaveCount(0);
  }
}

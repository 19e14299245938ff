import type { Locator, Page, Response } from '@playwright/test';
import { product } from './product';

export type Guest = { firstName: string; lastName: string; email: string };

/** The public page of a property, where a guest requests a booking. */
export class PropertyPageScreen {
  readonly page: Page;
  readonly code: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.code = page.getByText(/^BK-[A-Z2-9]{6}$/);
    this.alert = page.getByRole('alert');
  }

  open(slug: string, baseUrl = product.staysUrl): Promise<Response | null> {
    return this.page.goto(`${baseUrl}/${slug}`);
  }

  /** `from` and `to` are days after the first day that can be chosen, which is today in the property's time zone. */
  async search(from: number, to: number, guests = 1): Promise<void> {
    const today = (await this.page.getByLabel('Check-in', { exact: true }).getAttribute('min')) ?? '';
    await this.page.getByLabel('Check-in', { exact: true }).fill(addDays(today, from));
    await this.page.getByLabel('Check-out', { exact: true }).fill(addDays(today, to));
    await this.page.getByLabel('Guests', { exact: true }).fill(String(guests));
    await this.page.getByRole('button', { name: 'See what is free' }).click();
  }

  async fill({ firstName, lastName, email }: Guest): Promise<void> {
    await this.page.getByLabel('First name').fill(firstName);
    await this.page.getByLabel('Last name', { exact: true }).fill(lastName);
    await this.page.getByLabel('Email', { exact: true }).fill(email);
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send request' }).click();
  }
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

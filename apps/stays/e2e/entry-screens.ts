import type { Locator, Page, Response } from '@playwright/test';
import { product } from './product';

/** The home page: one field for any code, and the scanner. */
export class HomeScreen {
  readonly page: Page;
  readonly code: Locator;
  readonly scanButton: Locator;
  readonly scanner: Locator;

  constructor(page: Page) {
    this.page = page;
    this.code = page.getByLabel('Your code');
    this.scanButton = page.getByRole('button', { name: 'Scan with the camera' });
    this.scanner = page.getByRole('dialog', { name: 'Scan a QR code' });
  }

  visit(): Promise<Response | null> {
    return this.page.goto(`${product.staysUrl}/`);
  }

  async type(code: string): Promise<void> {
    await this.code.fill(code);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }
}

/** The page that a booking's link opens, before the guest is verified. */
export class BookingScreen {
  readonly page: Page;
  readonly lastName: Locator;

  constructor(page: Page) {
    this.page = page;
    this.lastName = page.getByLabel('Last name');
  }

  follow(bookingCode: string): Promise<Response | null> {
    return this.page.goto(`${product.staysUrl}/stay/${bookingCode}`);
  }

  async enter(lastName: string): Promise<void> {
    await this.lastName.fill(lastName);
    await this.page.getByRole('button', { name: 'Open my stay' }).click();
  }
}

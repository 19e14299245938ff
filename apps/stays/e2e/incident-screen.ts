import type { Locator, Page } from '@playwright/test';
import { product } from './product';
import { waitForSheet } from './tap-failure-panel';

/** The form in which a guest reports a problem, and the list of the guest's reports. */
export class IncidentScreen {
  readonly page: Page;
  readonly report: Locator;
  readonly verification: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.report = page.getByRole('dialog', { name: 'Report a problem' });
    this.verification = page.getByRole('dialog', { name: /Is it you|Welcome back/ });
    this.list = page.getByRole('dialog', { name: 'My reports' });
  }

  async open(roomCode: string): Promise<void> {
    await this.page.goto(`${product.staysUrl}/stay/room/${roomCode}`);
    await this.tapReport();
  }

  async openSession(accessCode: string): Promise<void> {
    await this.page.goto(`${product.staysUrl}/session/${accessCode}`);
    await this.tapReport();
  }

  async tapReport(): Promise<void> {
    await this.page.locator('[data-action="report"]').first().click();
    // The first tap loads the code of the sheet.
    await waitForSheet(this.page, this.report);
  }

  /** Waits for the history as well: a sheet that closes removes its own entry a moment later. */
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.waitForFunction(() => !window.history.state?.sheets);
  }

  async write(title: string, description: string): Promise<void> {
    await this.report.getByLabel('What is wrong?').fill(title);
    await this.report.getByLabel('More about it (optional)').fill(description);
  }

  async addPhoto(photo: Buffer): Promise<void> {
    const file = { name: 'holiday.png', mimeType: 'image/png', buffer: photo };
    await this.report.getByLabel('Choose photos').setInputFiles(file);
  }

  async send(): Promise<void> {
    await this.report.getByRole('button', { name: 'Send to the desk' }).click();
  }

  async answer(lastName: string): Promise<void> {
    await this.verification.getByLabel('Last name').fill(lastName);
    await this.verification.getByRole('button', { name: 'Continue' }).click();
  }
}

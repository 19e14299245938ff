import type { Locator, Page } from '@playwright/test';

/** What the page shows when a tap cannot be handled in time. */
export class TapFailurePanel {
  readonly root: Locator;
  readonly retryButton: Locator;
  readonly closeButton: Locator;
  readonly callLink: Locator;
  readonly whatsappLink: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('alert').filter({ hasText: 'This does not open right now' });
    this.retryButton = this.root.getByRole('button', { name: 'Try again' });
    this.closeButton = this.root.getByRole('button', { name: 'Close' });
    this.callLink = this.root.getByRole('link', { name: /Call the desk/ });
    this.whatsappLink = this.root.getByRole('link', { name: /WhatsApp/ });
  }
}

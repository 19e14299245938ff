import { expect, type Locator, type Page } from '@playwright/test';

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

/** Waits until a tapped sheet is open. On a crowded machine it may miss its three seconds: then the page offers another try. */
export async function waitForSheet(page: Page, sheet: Locator): Promise<void> {
  const { root, retryButton } = new TapFailurePanel(page);
  await expect(async () => {
    if (await root.isVisible()) {
      await retryButton.click({ timeout: 5_000 });
    }
    await expect(sheet).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

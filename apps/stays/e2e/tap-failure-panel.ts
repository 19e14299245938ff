import { expect, type Locator, type Page } from '@playwright/test';

/** What the page shows when a tap cannot be handled in time. */
export class TapFailurePanel {
  readonly root: Locator;
  readonly retryButton: Locator;
  readonly closeButton: Locator;
  readonly callLink: Locator;
  readonly whatsappLink: Locator;

  constructor(page: Page) {
    this.root = page.locator('#tap-failure');
    this.retryButton = this.root.locator('[data-retry]');
    this.closeButton = this.root.getByRole('button', { name: 'Close' });
    this.callLink = this.root.getByRole('link', { name: /Call the desk/ });
    this.whatsappLink = this.root.getByRole('link', { name: /WhatsApp/ });
  }
}

/** Tries again, as a guest would, whenever a tap on a crowded machine misses its three seconds. */
export async function repeatLateTaps(page: Page): Promise<void> {
  const { root, retryButton } = new TapFailurePanel(page);
  await page.addLocatorHandler(root, () => retryButton.click());
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

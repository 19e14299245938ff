import type { Locator, Page, Response } from '@playwright/test';
import { product } from './product';

/** The page that a room's QR code opens. */
export class RoomScreen {
  readonly page: Page;
  readonly heading: Locator;
  readonly password: Locator;
  readonly copyButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.password = page.locator('#wifi-password-0');
    this.copyButton = page.getByRole('button', { name: 'Copy password' }).first();
  }

  /** Opens the link of the room's QR code, as a phone's camera does. */
  scan(roomCode: string, baseUrl = product.staysUrl): Promise<Response | null> {
    return this.page.goto(`${baseUrl}/stay/room/${roomCode}`);
  }
}

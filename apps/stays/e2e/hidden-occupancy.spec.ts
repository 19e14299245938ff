import { expect, type Page } from '@playwright/test';
import { findViolations } from '../../../scripts/test/find-violations';
import { Desk } from './desk';
import { OrderScreen } from './order-screen';
import { test } from './test-with-own-address';

test('an empty room whose WiFi is for stays only says so, and where the occupancy is hidden it looks like an occupied one', async ({
  page,
  context,
}) => {
  const screen = new OrderScreen(page);
  await screen.open('RM-PAMEMPTY');
  await expect(page.getByText('Network and password appear here once your stay has begun.')).toBeVisible();
  await expect(page.getByText('shade&water1')).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);

  // One test, because another one would see the setting of this property change.
  const desk = await Desk.signIn('owner@example.com');
  await desk.changeSetting('palm-resort', 'occupancy_hidden', true);
  for (const code of ['RM-PAM23456', 'RM-PAMEMPTY']) {
    const tab = await context.newPage();
    await checkWaysIn(tab, code);
    await tab.close();
  }
  await desk.changeSetting('palm-resort', 'occupancy_hidden', false);
});

async function checkWaysIn(page: Page, roomCode: string): Promise<void> {
  const screen = new OrderScreen(page);
  await screen.open(roomCode);
  const hint = 'Network and password appear here once you have confirmed your stay.';
  await expect(page.getByText(hint)).toBeVisible();
  await page.getByRole('button', { name: 'Open my stay' }).click();
  await expect(screen.verification.getByLabel('PIN')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(screen.verification).toBeHidden();
  await page.getByRole('button', { name: 'I have a booking code' }).click();
  await expect(screen.verification.getByLabel('Booking code')).toBeFocused();
}

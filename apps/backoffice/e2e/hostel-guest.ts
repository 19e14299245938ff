import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { OrderScreen } from '../../stays/e2e/order-screen';
import { openPhone } from './open-phone';

/** A guest of the hostel's dorm, in the guest app. */
export async function openHostelGuest(
  browser: Browser,
): Promise<{ phone: BrowserContext; screen: OrderScreen }> {
  const phone = await openPhone(browser);
  const screen = new OrderScreen(await phone.newPage());
  await screen.open('RM-DRM23456');
  return { phone, screen };
}

export async function orderToastie(screen: OrderScreen): Promise<void> {
  await screen.add('Cheese toastie');
  await screen.bar.click();
  await screen.placeButton.click();
  await screen.verification.or(screen.orders).first().waitFor();
  if (await screen.verification.isVisible()) {
    await screen.answer('O’Brien');
  }
  await expect(screen.orders).toBeVisible();
}

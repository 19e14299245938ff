import type { Page } from '@playwright/test';
import { product } from './owner-screen';

type NewPlace = { name: string; kind: RegExp; rooms: string; count: number; roomType: string };

/** Makes a place in Britain by the steps of the set-up, and returns the link of a guest in its first room. */
export async function makePlace(
  page: Page,
  { name, kind, rooms, count, roomType }: NewPlace,
): Promise<string> {
  const go = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
  await page.goto(`${product.backofficeUrl}/new`);
  await page.getByLabel('Name of the place').fill(name);
  await page.getByRole('radio', { name: kind }).check();
  await go('Save and go on');
  await page.getByLabel('Country').selectOption('GB');
  await go('Show what follows');
  await go('Save and go on');
  await go('Not now');
  await page.getByLabel('Rooms', { exact: true }).fill(rooms);
  await page.getByLabel('Room type').fill(roomType);
  await go('Show the list');
  await go(`Add these ${count} rooms`);
  await go('Go on');
  await go('Not now');
  const link = page.getByRole('link', { name: /what a guest in room \d+ sees/ });
  return (await link.first().getAttribute('href')) ?? '';
}

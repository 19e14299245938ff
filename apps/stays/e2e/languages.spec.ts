import { expect } from '@playwright/test';
import { locales } from '../src/i18n/locales';
import { product } from './product';
import { findBarriers } from './states/find-barriers';
import { cartStates } from './states/order-states';
import { propertyPageStates, roomStates } from './states/page-states';
import type { State } from './states/state';
import { test } from './states/test-in-shared-context';
import { verifyStates } from './states/verify-states';

// Texts differ in length from language to language. In English, states.spec.ts covers every screen.
const otherLocales = locales.filter((locale) => locale !== 'en');

const screens = [
  ['the room page', findState(roomStates, 'room')],
  ['the catalogue', findState(roomStates, 'catalogue, with a picture and with what cannot be had')],
  ['the verification sheet', findState(verifyStates, 'last name')],
  ['the cart', findState(cartStates, 'open')],
  ['the property page', findState(propertyPageStates, 'rooms and beds free')],
] as const;

for (const locale of otherLocales) {
  for (const [screen, open] of screens) {
    test(`in ${locale}, ${screen}: everybody can read and reach what is on screen, in light and dark, at both sizes of letters`, async ({
      context,
      page,
    }) => {
      await context.addCookies([{ name: 'locale', value: locale, url: product.staysUrl }]);
      await open(page);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      if (screen === 'the room page') {
        await expect(page.locator('#wifi-password-0')).toHaveText('lantern-tide-42');
      }
      expect(await findBarriers(page)).toEqual([]);
    });
  }
}

function findState(states: readonly State[], name: string): State['open'] {
  const state = states.find((one) => one.name === name);
  if (state === undefined) {
    throw new Error(`There is no state “${name}”.`);
  }
  return state.open;
}

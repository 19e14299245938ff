'use server';

import { ApiError } from '@gudbro/api-kit';
import {
  countryCodes,
  currencyCodes,
  findCountryDefaults,
  followDefaults,
  guessCountry,
  isLocale,
  type Locale,
  localeNames,
  propertyTypes,
  wifiNetworkSchema,
  wifiPasswordSchema,
} from '@gudbro/domain';
import { headers } from 'next/headers';
import { z } from 'zod';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { readAccount } from '@/server/read-account';
import { advance, defineSetupAction, savePlace } from './define-setup-action';
import { formatSetupPath, type SetupStep } from './steps';

const nameField = z.string().trim().min(1, 'place_name_missing').max(120, 'place_name_too_long');
const typeField = z.enum(propertyTypes, 'type_missing');
const versionField = z.string().max(60);

// No country: the next step asks, and until then nothing is assumed.
const unknownCountry = 'ZZ';

const createdSchema = z.object({ slug: z.string() });

export const createPlaceAction = defineAction(
  {
    action: 'place/create',
    input: z.strictObject({ name: nameField, type: typeField }),
    refill: ['name', 'type'],
  },
  async ({ input }) => {
    const country = guessCountry((await headers()).get('accept-language')) ?? unknownCountry;
    const { timezone, currency, locale } = findCountryDefaults(country);
    const client = await actionClient();
    if ((await readAccount(client)) === null) {
      throw new ApiError('session_expired');
    }
    const made = await client.query((db) =>
      db
        .rpc('create_property', { ...input, country, timezone, currency, default_locale: locale })
        .overrideTypes<unknown, { merge: false }>(),
    );
    return { redirectTo: formatSetupPath(createdSchema.parse(made).slug, 'country') };
  },
);

export const saveNameAction = defineSetupAction(
  {
    step: 'name',
    input: z.strictObject({ name: nameField, type: typeField, version: versionField }),
    refill: ['name', 'type'],
  },
  async ({ client, place, input: { name, type, version } }) => {
    const access_settings = followDefaults(place.accessSettings, place, { type, country: place.country });
    await savePlace(client, place, 'name', { version, name, type, access_settings });
    return null;
  },
);

const locales = Object.keys(localeNames) as Locale[]; // the keys of a constant, which TypeScript widens
const oneOf = (values: readonly string[]) => (value: string) => values.includes(value);

export const saveCountryAction = defineSetupAction(
  {
    step: 'country',
    input: z.strictObject({
      country: z.string().refine(oneOf(countryCodes), 'country_missing'),
      timezone: z.string().max(60),
      currency: z.string().refine(oneOf(currencyCodes), 'currency_missing'),
      locale: z.string().refine((value) => isLocale(value, locales), 'language_missing'),
      version: versionField,
    }),
    refill: ['timezone', 'currency', 'locale'],
  },
  async ({ client, place, input: { country, timezone, currency, locale, version } }) => {
    const access_settings = followDefaults(place.accessSettings, place, { type: place.type, country });
    await client.query((db) =>
      db.rpc('save_country', {
        property_id: place.id,
        version,
        country,
        timezone,
        currency,
        locale,
        access_settings,
        // SQL takes null for a place that is set up; the generated type does not know it.
        setup_step: advance(place.setupStep, 'country') as number,
      }),
    );
    return null;
  },
);

const networkField = z
  .string()
  .trim()
  .min(1, 'network_missing')
  .refine((text) => wifiNetworkSchema.safeParse(text).success, 'network_invalid');

/** Not trimmed: a space may be part of it. Without one the network is open. */
const networkPasswordField = z
  .string()
  .transform((text) => (text === '' ? null : text))
  .refine((text) => text === null || wifiPasswordSchema.safeParse(text).success, 'network_password_invalid');

export const saveWifiAction = defineSetupAction(
  {
    step: 'wifi',
    input: z.strictObject({
      network: networkField,
      wifiPassword: networkPasswordField,
      version: versionField,
    }),
    // The password of a network is on the wall of every room.
    refill: ['network', 'wifiPassword'],
  },
  async ({ client, place, input: { network, wifiPassword, version } }) => {
    await savePlace(client, place, 'wifi', { version, wifi_network: network, wifi_password: wifiPassword });
    return null;
  },
);

/** Goes on without what the step asks: it can be done later. */
const skip = (step: SetupStep) =>
  defineSetupAction({ step, input: z.strictObject({}) }, async ({ client, place }) => {
    await savePlace(client, place, step, {});
    return null;
  });

export const skipWifiAction = skip('wifi');
export const skipRoomsAction = skip('rooms');
export const skipStartAction = skip('start');

/** The first set-up is over. The steps stay where they are, for whoever wants to see them again. */
export const finishAction = defineSetupAction(
  { step: 'print', input: z.strictObject({}) },
  async ({ client, place }) => {
    const row = await client.query((db) =>
      db.from('accom_properties').update({ setup_step: null }).eq('id', place.id).select('id').maybeSingle(),
    );
    if (row === null) {
      throw new ApiError('not_found');
    }
    return `/p/${place.slug}`;
  },
);

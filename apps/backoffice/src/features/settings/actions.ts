'use server';

import { ApiError } from '@gudbro/api-kit';
import {
  type AccessSettings,
  findSettingsConflict,
  propertyTypes,
  verificationMethods,
} from '@gudbro/domain';
import { z } from 'zod';
import { tellWhatIsThere } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { requiredText, switchField, versionField, wholeNumber } from '@/shell/form/field-schemas';
import { locales } from '@/shell/form/translated-texts';
import { formValues } from './form-values';
import { readSettings } from './queries';
import { saveSettings } from './save-settings';
import { networkField, passwordField, readZones, zoneFields } from './wifi-zones';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time');

/** Part of an address: of a page of ours, or of a menu in the restaurants' app. */
const addressPart = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_an_address');

const phoneOrNull = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 ()./-]{1,30}$/, 'not_a_phone'),
]);

export const saveWifiSettingsAction = definePlaceAction(
  {
    action: 'settings/wifi',
    role: 'manager',
    fields: {
      version: versionField,
      network: networkField,
      password: passwordField,
      ...zoneFields,
    },
  },
  async ({ client, place, input: { version, network, password, ...zones } }) => {
    if (network === '' && password !== '') {
      throw new ApiError('invalid_request', { fields: { network: 'required' } });
    }
    const current = await readSettings(client, place.id);
    return saveSettings(client, {
      placeId: place.id,
      version,
      columns: {
        wifi_network: network === '' ? null : network,
        wifi_password: password === '' ? null : password,
        wifi_zones: readZones(zones, current.zones),
      },
      toForm: formValues.wifi,
    });
  },
);

export const savePlaceSettingsAction = definePlaceAction(
  {
    action: 'settings/place',
    role: 'manager',
    fields: {
      version: versionField,
      name: requiredText(120),
      type: z.enum(propertyTypes),
      phone: phoneOrNull,
      whatsapp: phoneOrNull,
      email: z.union([z.literal('').transform(() => null), z.email('not_an_email').max(254, 'too_long')]),
      checkin: time,
      checkout: time,
      slug: addressPart.min(3, 'too_short').max(60, 'too_long'),
      shortCode: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]{2,5}$/, 'not_a_short_code'),
      timezone: requiredText(60),
      fnbSlug: z.union([z.literal('').transform(() => null), addressPart.max(120, 'too_long')]),
      isListed: switchField,
    },
  },
  async ({ client, place, input: { version, ...input } }) => {
    const result = await saveSettings(client, {
      placeId: place.id,
      version,
      columns: {
        name: input.name,
        type: input.type,
        contact_phone: input.phone,
        contact_whatsapp: input.whatsapp,
        contact_email: input.email,
        checkin_time: input.checkin,
        checkout_time: input.checkout,
        slug: input.slug,
        short_code: input.shortCode,
        timezone: input.timezone,
        linked_fnb_slug: input.fnbSlug,
        is_listed: input.isListed,
      },
      toForm: formValues.place,
    });
    return input.slug === place.slug ? result : { ...result, goTo: `/p/${input.slug}/settings/place` };
  },
);

export const saveAccessSettingsAction = definePlaceAction(
  {
    action: 'settings/access',
    role: 'manager',
    fields: {
      version: versionField,
      browse: switchField,
      wifi: switchField,
      order: switchField,
      method: z.enum(verificationMethods),
      checkin: switchField,
      labels: switchField,
      hidden: switchField,
    },
  },
  async ({ client, place, input }) => {
    // Of the same version: one that was changed meanwhile is not written.
    const { access: current } = await readSettings(client, place.id);
    const access: AccessSettings = {
      browse_requires_verification: input.browse,
      wifi_visible_without_booking: input.wifi,
      order_requires_verification: input.order,
      verification_method: input.method,
      auto_checkin_on_verify: input.checkin,
      readable_room_links: input.labels,
      occupancy_hidden: input.hidden,
      documents: current.documents,
    };
    const reason = findSettingsConflict(access);
    if (reason !== null) {
      throw new ApiError('invalid_request', { reason, fields: { method: reason } });
    }
    return saveSettings(client, {
      placeId: place.id,
      version: input.version,
      columns: { access_settings: access },
      toForm: formValues.access,
    });
  },
);

export const saveOrderSettingsAction = definePlaceAction(
  {
    action: 'settings/orders',
    role: 'manager',
    fields: {
      version: versionField,
      arriveMinutes: z.union([z.literal('').transform(() => null), wholeNumber(5, 240)]),
      paid: z.union([z.literal('').transform(() => null), z.enum(['room_bill', 'on_delivery', 'included'])]),
      slowMinutes: wholeNumber(1, 479),
      lateMinutes: wholeNumber(2, 480),
    },
  },
  async ({ client, place, input: { version, arriveMinutes, paid, slowMinutes, lateMinutes } }) => {
    if (lateMinutes <= slowMinutes) {
      throw new ApiError('invalid_request', { fields: { lateMinutes: 'late_before_slow' } });
    }
    return saveSettings(client, {
      placeId: place.id,
      version,
      columns: {
        orders_arrive_minutes: arriveMinutes,
        orders_paid: paid,
        orders_slow_minutes: slowMinutes,
        orders_late_minutes: lateMinutes,
      },
      toForm: formValues.orders,
    });
  },
);

export const changeLanguageAction = definePlaceAction(
  {
    action: 'settings/language',
    role: 'manager',
    fields: { version: versionField, locale: z.enum(locales) },
  },
  async ({ client, place, input: { version, locale } }) => {
    await tellWhatIsThere(
      async () => {
        const now = await readSettings(client, place.id);
        return { locale: now.defaultLocale, version: now.version };
      },
      () => client.query((db) => db.rpc('change_own_language', { property_id: place.id, locale, version })),
    );
    return { done: 'saved' };
  },
);

export const setPlaceOpenAction = definePlaceAction(
  {
    action: 'settings/open',
    role: 'owner',
    fields: { version: versionField, isActive: z.enum(['true', 'false']) },
  },
  ({ client, place, input: { version, isActive } }) =>
    saveSettings(client, {
      placeId: place.id,
      version,
      columns: { is_active: isActive === 'true' },
      toForm: () => ({}),
    }),
);

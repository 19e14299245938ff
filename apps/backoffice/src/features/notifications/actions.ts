'use server';

import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { switchField, timeOrNull } from '@/shell/form/field-schemas';
import { kinds } from './kinds';

/** Marks all of the person's notifications at this place as read. */
export const markAllReadAction = definePlaceAction(
  { action: 'notifications/read', role: 'staff', fields: {} },
  async ({ client, place }) => {
    await client.query((db) => db.rpc('mark_notifications_read', { property_id: place.id }));
    return { done: 'allRead' };
  },
);

const kind = z.enum(kinds);

/** The boxes of one name that are ticked: a form sends none, one or several. */
const kindsField = z.union([z.array(kind).max(kinds.length), kind.transform((one) => [one])]).default([]);

/** Saves how the person is told at this place. */
export const savePreferencesAction = definePlaceAction(
  {
    action: 'notifications/preferences',
    role: 'staff',
    fields: {
      inApp: kindsField,
      byMail: kindsField,
      byPush: kindsField,
      quietFrom: timeOrNull,
      quietTo: timeOrNull,
      urgentPasses: switchField,
      locale: z.enum(['en', 'vi']),
    },
  },
  async ({ client, place, input: { inApp, byMail, byPush, quietFrom, quietTo, urgentPasses, locale } }) => {
    if ((quietFrom === null) !== (quietTo === null)) {
      throw new ApiError('invalid_request', {
        fields: quietFrom === null ? { quietFrom: 'required' } : { quietTo: 'required' },
      });
    }
    if (quietFrom !== null && quietFrom === quietTo) {
      throw new ApiError('invalid_request', { fields: { quietTo: 'same_time' } });
    }
    await client.query((db) =>
      db.rpc('save_notification_preferences', {
        property_id: place.id,
        in_app: inApp,
        by_mail: byMail,
        by_push: byPush,
        // The generated type of an argument does not know null.
        quiet_from: quietFrom as string,
        quiet_to: quietTo as string,
        urgent_passes: urgentPasses,
        locale,
      }),
    );
    return { done: 'saved' };
  },
);

const endpoint = z.url().max(1000);
const key = z.string().max(100);

/** This browser gets push messages of this person from now on, of all their places. */
export const savePushAction = definePlaceAction(
  {
    action: 'notifications/push',
    role: 'staff',
    fields: { endpoint, p256dh: key, authSecret: key },
  },
  async ({ client, input: { endpoint: address, p256dh, authSecret } }) => {
    await client.query((db) =>
      db.rpc('save_push_subscription', { endpoint: address, p256dh, auth_secret: authSecret }),
    );
    return { done: 'pushOn' };
  },
);

/** This browser gets no push messages any more. */
export const removePushAction = definePlaceAction(
  { action: 'notifications/push-off', role: 'staff', fields: { endpoint } },
  async ({ client, input: { endpoint: address } }) => {
    await client.query((db) => db.rpc('remove_push_subscription', { endpoint: address }));
    return { done: 'pushOff' };
  },
);

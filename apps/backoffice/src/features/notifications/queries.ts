import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { After } from '@/server/page-of-rows';
import { requireRow } from '@/server/require-row';
import { kinds } from './kinds';

const thingSchema = z.object({
  room: z.string().nullish(),
  status: z.string().optional(),
  title: z.string().optional(),
  priority: z.string().optional(),
  guest: z.string().nullish(),
  from: z.string().optional(),
  to: z.string().optional(),
});

const notificationSchema = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  thing_id: z.uuid(),
  happened_at: z.string(),
  read_at: z.string().nullable(),
  settled_at: z.string().nullable(),
  /** What it is about, as it is now. Null where it is gone. */
  thing: thingSchema.nullable(),
});

export type Notification = z.infer<typeof notificationSchema>;

/** A page of the person's own notifications, newest first, and one more where there is a next page. */
export async function listNotifications(
  client: AccountClient,
  placeId: string,
  after: After | null,
): Promise<Notification[]> {
  const found = await client.query((db) =>
    db
      .rpc('list_notifications', {
        property_id: placeId,
        ...(after === null ? {} : { after_at: after.value, after_id: after.id }),
      })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(notificationSchema).parse(found);
}

/** Marks one of the person's notifications as read, and returns what it tells of. */
export async function openNotification(client: AccountClient, placeId: string, id: string) {
  const [opened] = await client.query((db) =>
    db.rpc('mark_notifications_read', { property_id: placeId, notification_id: id }),
  );
  return requireRow(opened ?? null);
}

const kindList = z.array(z.enum(kinds));

const preferencesSchema = z.object({
  /** Those that the person's role is told of. */
  kinds: kindList,
  inApp: kindList,
  byMail: kindList,
  byPush: kindList,
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
  /** Until when it is quiet now. */
  quietUntil: z.string().nullable(),
  urgentPasses: z.boolean(),
  locale: z.enum(['en', 'vi']),
});

export type Preferences = z.infer<typeof preferencesSchema>;

/** How the person is told at this place. */
export async function readPreferences(client: AccountClient, placeId: string): Promise<Preferences> {
  const found = await client.query((db) =>
    db
      .rpc('get_notification_preferences', { property_id: placeId })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return preferencesSchema.parse(found);
}

/** The addresses at which the browser of this sign-in gets push messages. */
export async function listPushEndpoints(client: AccountClient): Promise<string[]> {
  return z.array(z.string()).parse(await client.query((db) => db.rpc('list_own_push_endpoints')));
}

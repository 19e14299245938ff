import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { makeBooking, makeProperty, makeRoom, type Property } from './make-property.ts';
import { type Subject, subjectOfBooking } from './order-calls.ts';
import { type Person, queryAs, signUpMember } from './people.ts';

export type Notification = {
  id: string;
  kind: string;
  thing_id: string;
  happened_at: string;
  read_at: string | null;
  settled_at: string | null;
  thing: Record<string, unknown> | null;
};

type Member = Person & { accountId: string };

/** A property with one member of each role, and a guest who stays there. */
export type House = {
  property: Property;
  guest: Subject;
  owner: Member;
  manager: Member;
  staff: Member;
  housekeeper: Member;
};

export async function openHouse(
  database: TestDatabase,
  columns: Record<string, unknown> = {},
): Promise<House> {
  const property = await makeProperty(database, columns);
  const guest = subjectOfBooking(await makeBooking(database, await makeRoom(database, property)));
  return {
    property,
    guest,
    owner: await signUpMember(database, property.id, 'owner'),
    manager: await signUpMember(database, property.id, 'manager'),
    staff: await signUpMember(database, property.id, 'staff'),
    housekeeper: await signUpMember(database, property.id, 'housekeeper'),
  };
}

/** The inbox of a person, newest first. */
export function readInbox(
  database: TestDatabase,
  person: Person,
  property: Property,
): Promise<Notification[]> {
  return queryAs<Notification>(database, person, 'select * from public.list_notifications($1)', [
    property.id,
  ]);
}

/** Of a person's inbox the kinds that wait to be read, sorted. */
export async function listUnread(
  database: TestDatabase,
  person: Person,
  property: Property,
): Promise<string[]> {
  const inbox = await readInbox(database, person, property);
  return inbox
    .filter((one) => one.read_at === null && one.settled_at === null)
    .map(({ kind }) => kind)
    .sort();
}

export async function readUnreadCount(
  database: TestDatabase,
  person: Person,
  property: Property,
): Promise<number | undefined> {
  const [row] = await queryAs<{ pulse: { unread?: number } }>(
    database,
    person,
    'select public.desk_pulse($1) as pulse',
    [property.id],
  );
  return row?.pulse.unread;
}

export function markRead(
  database: TestDatabase,
  person: Person,
  property: Property,
  id: string | null = null,
): Promise<Record<string, unknown>[]> {
  return queryAs(database, person, 'select * from public.mark_notifications_read($1, $2)', [property.id, id]);
}

type Choice = {
  inApp: string[];
  byMail: string[];
  byPush: string[];
  quietFrom: string | null;
  quietTo: string | null;
  urgentPasses: boolean;
  locale: string;
};

export type Preferences = Choice & { kinds: string[] };

export async function readPreferences(
  database: TestDatabase,
  person: Person,
  property: Property,
): Promise<Preferences> {
  const [row] = await queryAs<{ preferences: Preferences }>(
    database,
    person,
    'select public.get_notification_preferences($1) as preferences',
    [property.id],
  );
  if (row === undefined) throw new Error('a member has preferences');
  return row.preferences;
}

/** Saves the preferences with these changes. */
export async function choose(
  database: TestDatabase,
  person: Person,
  property: Property,
  changes: Partial<Choice>,
): Promise<void> {
  const next = { ...(await readPreferences(database, person, property)), ...changes };
  await queryAs(
    database,
    person,
    `select public.save_notification_preferences($1, $2::text[], $3::text[], $4::text[], $5::time, $6::time, $7, $8)`,
    [
      property.id,
      next.inApp,
      next.byMail,
      next.byPush,
      next.quietFrom,
      next.quietTo,
      next.urgentPasses,
      next.locale,
    ],
  );
}

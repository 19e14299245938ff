import { closedTable, guestTableGrants } from './guest-table-grants.ts';
import { demoSigns, signTableGrants } from './sign-table-grants.ts';

/** The result of an actor's statement: it reaches `some` rows or `none`, or it is `refused`. */
export type Reach = 'some' | 'none' | 'refused';

export const operations = ['select', 'insert', 'update', 'delete'] as const;
export const actors = [
  'owner',
  'manager',
  'staff',
  'housekeeper',
  'other owner',
  'stranger',
  'anon',
  'guest_api',
  'backoffice_api',
  'jobs_api',
] as const;
export type Operation = (typeof operations)[number];
export type Actor = (typeof actors)[number];

export type Reaches = readonly [Reach, Reach, Reach, Reach];

export interface TableGrants {
  /** One statement per operation, on rows of the demo's Sunset Hotel. */
  statements: Record<Operation, string>;
  /**
   * The results of select, insert, update and delete for five people. A signed-in stranger reaches what another owner does,
   * and anon and the servers' roles are always refused.
   */
  reach: Record<'owner' | 'manager' | 'staff' | 'housekeeper' | 'other owner', Reaches>;
}

const sunset = `(select private_demo.sunset_id())`;
const account = (email: string) => `(select private_demo.account_id('${email}'))`;
const room = `(select private_demo.room_id('205'))`;

/**
 * Functions that find the rows for the statements without RLS, so that every actor's statement names the same rows.
 * Room 205 is new and has no bookings or orders, so it can be deleted.
 */
export const demoNames = `
  create schema private_demo;
  grant usage on schema private_demo to anon, authenticated, guest_api, backoffice_api, jobs_api;
  create function private_demo.sunset_id() returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.accom_properties where slug = 'sunset-hotel' $$;
  create function private_demo.account_id(p_email text) returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.accounts where email = p_email $$;
  create function private_demo.room_id(p_number text) returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.accom_rooms where property_id = private_demo.sunset_id() and room_number = p_number $$;
  create function private_demo.category_id(p_name text) returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.accom_service_categories where property_id = private_demo.sunset_id() and name = p_name $$;
  create function private_demo.room_type_id(p_name text) returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.accom_room_types where property_id = private_demo.sunset_id() and name = p_name $$;
  insert into public.accom_room_types (property_id, name) values (private_demo.sunset_id(), 'Cellar');
  insert into public.accom_rooms (property_id, room_number) values (private_demo.sunset_id(), '205');
  insert into public.invitations (property_id, role, secret_hash, invited_by)
    values (private_demo.sunset_id(), 'staff', '', private_demo.account_id('owner@example.com'));
  insert into public.stay_phones (property_id, booking_id, key_hash)
    select property_id, id, repeat('a', 64) from public.accom_bookings where booking_code = 'BK-GUEST2';
  insert into public.room_blocks (property_id, room_id, kind, from_date, until_date)
    values (private_demo.sunset_id(), private_demo.room_id('205'), 'closed', '2099-01-01', '2099-01-02');
  insert into public.stay_past_rooms (property_id, booking_id, room_id, until_at)
    select property_id, id, room_id, now() from public.accom_bookings where booking_code = 'BK-GUEST2';
  insert into public.pictures (property_id) values (private_demo.sunset_id());
  insert into public.picture_uses (picture_id, property_id, table_name, row_id)
    select id, property_id, 'accom_properties', property_id from public.pictures where property_id = private_demo.sunset_id();
  grant execute on all functions in schema private_demo to anon, authenticated, guest_api, backoffice_api, jobs_api;
  ${demoSigns}
`;

/** One entry for every table of the schema; a test compares the keys with the database. */
export const tableGrants: Record<string, TableGrants> = {
  accounts: {
    statements: {
      select: `select id from public.accounts where id = ${account('staff@example.com')}`,
      insert: `insert into public.accounts (email) values ('new@example.com')`,
      update: `update public.accounts set display_name = 'Me' where id = ${account('staff@example.com')}`,
      delete: `delete from public.accounts where id = ${account('staff@example.com')}`,
    },
    reach: {
      owner: ['some', 'refused', 'none', 'refused'],
      manager: ['some', 'refused', 'none', 'refused'],
      staff: ['some', 'refused', 'some', 'refused'],
      housekeeper: ['some', 'refused', 'none', 'refused'],
      'other owner': ['none', 'refused', 'none', 'refused'],
    },
  },
  property_members: {
    statements: {
      select: `select id from public.property_members where property_id = ${sunset}`,
      insert: `insert into public.property_members (property_id, account_id, role)
        values (${sunset}, ${account('other@example.com')}, 'staff')`,
      update: `update public.property_members set role = 'manager'
        where property_id = ${sunset} and account_id = ${account('staff@example.com')}`,
      delete: `delete from public.property_members
        where property_id = ${sunset} and account_id = ${account('staff@example.com')}`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['some', 'refused', 'refused', 'refused'],
      housekeeper: ['some', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  invitations: {
    statements: {
      select: `select id from public.invitations where property_id = ${sunset}`,
      insert: `insert into public.invitations (property_id, role, secret_hash, invited_by)
        values (${sunset}, 'owner', '', ${account('other@example.com')})`,
      update: `update public.invitations set role = 'owner' where property_id = ${sunset}`,
      delete: `delete from public.invitations where property_id = ${sunset}`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['none', 'refused', 'refused', 'refused'],
      housekeeper: ['none', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  accom_properties: {
    statements: {
      select: `select id from public.accom_properties where id = ${sunset}`,
      insert: `insert into public.accom_properties (owner_id, slug, short_code, name, type, timezone, country, currency)
        values (${account('owner@example.com')}, 'new-place', 'NEW', 'New', 'hotel', 'UTC', 'VN', 'VND')`,
      update: `update public.accom_properties set name = 'Sunset' where id = ${sunset}`,
      delete: `delete from public.accom_properties where id = ${sunset}`,
    },
    reach: {
      owner: ['some', 'refused', 'some', 'refused'],
      manager: ['some', 'refused', 'some', 'refused'],
      staff: ['some', 'refused', 'none', 'refused'],
      housekeeper: ['some', 'refused', 'none', 'refused'],
      'other owner': ['none', 'refused', 'none', 'refused'],
    },
  },
  accom_rooms: {
    statements: {
      select: `select id from public.accom_rooms where property_id = ${sunset}`,
      insert: `insert into public.accom_rooms (property_id, room_number) values (${sunset}, '999')`,
      update: `update public.accom_rooms set floor = '3' where id = ${room}`,
      delete: `delete from public.accom_rooms where id = ${room}`,
    },
    reach: {
      owner: ['some', 'some', 'some', 'some'],
      manager: ['some', 'some', 'some', 'some'],
      staff: ['some', 'refused', 'none', 'none'],
      housekeeper: ['none', 'refused', 'none', 'none'],
      'other owner': ['none', 'refused', 'none', 'none'],
    },
  },
  room_states: {
    statements: {
      select: `select id from public.room_states where property_id = ${sunset}`,
      insert: `insert into public.room_states (property_id, room_id) values (${sunset}, ${room})`,
      update: `update public.room_states set state = 'dirty' where property_id = ${sunset}`,
      delete: `delete from public.room_states where property_id = ${sunset}`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['some', 'refused', 'refused', 'refused'],
      housekeeper: ['none', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  accom_bookings: {
    statements: {
      select: `select id from public.accom_bookings where property_id = ${sunset}`,
      insert: `insert into public.accom_bookings (property_id, room_id, guest_name, guest_last_name, check_in_date, check_out_date)
        values (${sunset}, ${room}, 'A B', 'B', '2030-01-01', '2030-01-02')`,
      update: `update public.accom_bookings set notes = 'x' where property_id = ${sunset}`,
      delete: `delete from public.accom_bookings where property_id = ${sunset}`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['some', 'refused', 'refused', 'refused'],
      housekeeper: ['none', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  guest_sessions: {
    statements: {
      select: `select id from public.guest_sessions where property_id = ${sunset}`,
      insert: `insert into public.guest_sessions (property_id, room_id, expires_at) values (${sunset}, ${room}, '2030-01-01')`,
      update: `update public.guest_sessions set active = false where property_id = ${sunset}`,
      delete: `delete from public.guest_sessions where property_id = ${sunset}`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['some', 'refused', 'refused', 'refused'],
      housekeeper: ['none', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  audit_log: {
    statements: {
      select: `select id from public.audit_log where property_id = ${sunset}`,
      insert: `insert into public.audit_log (actor, action, table_name) values ('job', 'x', 'x')`,
      update: `update public.audit_log set action = 'x'`,
      delete: `delete from public.audit_log`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['none', 'refused', 'refused', 'refused'],
      housekeeper: ['none', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  jobs: closedTable('jobs', `(kind, job_key) values ('x', 'x')`, `kind = 'y'`),
  invitation_mail_secrets: closedTable(
    'invitation_mail_secrets',
    `(secret_hash, invitation_id) values ('', gen_random_uuid())`,
    `secret_hash = ''`,
  ),
  request_answers: closedTable(
    'request_answers',
    `(booking_id, property_id, answer) values (gen_random_uuid(), gen_random_uuid(), 'open')`,
    `answer = 'open'`,
  ),
  notifications: closedTable(
    'notifications',
    `(property_id, account_id, kind, thing_id, is_shown)
      values (${sunset}, ${account('staff@example.com')}, 'order_new', gen_random_uuid(), true)`,
    `read_at = now()`,
  ),
  notification_preferences: closedTable(
    'notification_preferences',
    `(property_id, account_id, decided, in_app, by_mail, by_push, urgent_passes, locale)
      values (${sunset}, ${account('staff@example.com')}, '{}', '{}', '{}', '{}', true, 'en')`,
    `quiet_from = '22:00', quiet_to = '07:00'`,
  ),
  push_subscriptions: closedTable(
    'push_subscriptions',
    `(account_id, session_id, endpoint, p256dh, auth_secret)
      values (${account('staff@example.com')}, gen_random_uuid(), 'https://fcm.googleapis.com/a', 'B' || repeat('a', 86), repeat('b', 22))`,
    `created_at = now()`,
  ),
  accom_guest_documents: closedTable(
    'accom_guest_documents',
    `(property_id, booking_id, document_type, key_version, consent_version, consent_locale)
      values (gen_random_uuid(), gen_random_uuid(), 'passport', 1, '1.a', 'en')`,
    `status = 'verified'`,
  ),
  document_erasures: closedTable(
    'document_erasures',
    `(property_id, document_id, booking_id, part, rule, actor)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'image', 'verified', 'job')`,
    `verified_gone_at = now()`,
  ),
  document_grants: closedTable(
    'document_grants',
    `(property_id, document_id, account_id, page) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1)`,
    `used_at = null`,
  ),
  document_keys: closedTable(
    'document_keys',
    `(property_id, wrapped_key, master_key_id) values (gen_random_uuid(), repeat('a', 40), 'one')`,
    `master_key_id = 'two'`,
  ),
  document_warnings: closedTable(
    'document_warnings',
    `(document_id, property_id, kind) values (gen_random_uuid(), gen_random_uuid(), 'visa_3')`,
    `warned_at = now()`,
  ),
  people_to_erase: closedTable(
    'people_to_erase',
    `(booking_id, property_id, due_at) values (gen_random_uuid(), gen_random_uuid(), now())`,
    `due_at = now()`,
  ),
  storage_removals: closedTable('storage_removals', `(bucket, name) values ('b', 'n')`, `name = 'x'`),
  rate_limits: closedTable('rate_limits', `(key, window_start) values ('k', now())`, `hits = 0`),
  access_attempts: closedTable(
    'access_attempts',
    `(code, source) values ('RM-SUNSET22', 'all')`,
    `failures = 0`,
  ),
  stay_phones: {
    statements: {
      select: `select id, label, last_seen_at from public.stay_phones where property_id = ${sunset}`,
      insert: `insert into public.stay_phones (property_id, key_hash) values (${sunset}, repeat('a', 64))`,
      update: `update public.stay_phones set label = 'x' where property_id = ${sunset}`,
      delete: `delete from public.stay_phones where property_id = ${sunset}`,
    },
    reach: {
      owner: ['some', 'refused', 'refused', 'refused'],
      manager: ['some', 'refused', 'refused', 'refused'],
      staff: ['some', 'refused', 'refused', 'refused'],
      housekeeper: ['none', 'refused', 'refused', 'refused'],
      'other owner': ['none', 'refused', 'refused', 'refused'],
    },
  },
  booking_people: closedTable(
    'booking_people',
    `(property_id, booking_id, name, is_child, position) values (gen_random_uuid(), gen_random_uuid(), 'Mia', true, 1)`,
    `name = 'Eve'`,
  ),
  request_keys: closedTable(
    'request_keys',
    `(scope, key, request_hash, made_id) values ('order:1', 'a-key-of-it', '', gen_random_uuid())`,
    `request_hash = ''`,
  ),
  ...guestTableGrants,
  ...signTableGrants,
};

import { describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { anon, backofficeServer, jobsProcess, type Person, queryAs, staysServer } from './support/people.ts';

/** Every function of the API with the one role that may execute it. Null: only service_role may. */
const executors: Record<string, 'authenticated' | 'guest_api' | 'backoffice_api' | 'jobs_api' | null> = {
  accept_invitation: 'authenticated',
  acknowledge_cancellation: 'authenticated',
  add_room_block: 'authenticated',
  add_rooms: 'authenticated',
  admit_guest_document: 'guest_api',
  admit_incident_photos: 'guest_api',
  admit_mail: 'backoffice_api',
  admit_sign_in: 'backoffice_api',
  announce_picture: 'authenticated',
  ask_for_erasure: 'guest_api',
  begin_guest_document: 'guest_api',
  cancel_service_order: 'guest_api',
  change_member: 'authenticated',
  read_guests_of_today: 'authenticated',
  read_booking: 'authenticated',
  read_booking_code_mail: 'jobs_api',
  read_request_answer_mail: 'jobs_api',
  retry_failed_job: 'authenticated',
  read_calendar: 'authenticated',
  move_booking: 'authenticated',
  mark_no_show: 'authenticated',
  list_free_beds: 'authenticated',
  list_bookings: 'authenticated',
  export_bookings: 'authenticated',
  list_failed_jobs: 'authenticated',
  list_fixed_settings: 'authenticated',
  mail_booking_code: 'authenticated',
  confirm_booking: 'authenticated',
  close_room_by_report: 'authenticated',
  clear_booking_pin: 'authenticated',
  change_booking_guest: 'authenticated',
  cancel_booking: 'authenticated',
  cancel_group: 'authenticated',
  book_walk_in: 'authenticated',
  change_own_language: 'authenticated',
  change_room_block: 'authenticated',
  check_in: 'authenticated',
  check_out: 'authenticated',
  check_stay: 'guest_api',
  claim_jobs: 'jobs_api',
  create_booking: 'authenticated',
  create_group: 'authenticated',
  desk_pulse: 'authenticated',
  discard_print_job: 'authenticated',
  drop_failed_job: 'authenticated',
  finish_walk: 'authenticated',
  create_property: 'authenticated',
  erase_document_now: 'authenticated',
  add_desk_document: 'authenticated',
  prepare_desk_document: 'authenticated',
  erase_person_data: 'authenticated',
  finish_guest_document: 'guest_api',
  finish_job: 'jobs_api',
  finish_picture: 'authenticated',
  fail_job: 'jobs_api',
  find_anything: 'authenticated',
  forget_incident_photo: 'guest_api',
  forget_push_subscription: 'jobs_api',
  get_availability: 'guest_api',
  get_notification_preferences: 'authenticated',
  get_order_money: 'authenticated',
  get_own_account: 'authenticated',
  get_own_stay: 'guest_api',
  get_privacy_notice: 'guest_api',
  get_property_page: 'guest_api',
  get_stay_content: 'guest_api',
  get_visa_status: 'guest_api',
  give_up_document: 'guest_api',
  hand_over_property: 'authenticated',
  hold_document: 'authenticated',
  invite_member: 'authenticated',
  leave_property: 'authenticated',
  lift_booking_lock: 'authenticated',
  lift_room_lock: 'authenticated',
  list_documents: 'authenticated',
  list_ending_visas: 'authenticated',
  list_guest_sessions: 'authenticated',
  list_locks: 'authenticated',
  read_guest_session: 'authenticated',
  create_guest_session: 'authenticated',
  change_guest_session: 'authenticated',
  end_guest_session: 'authenticated',
  list_rooms_to_print: 'authenticated',
  list_rooms: 'authenticated',
  list_rooms_to_clean: 'authenticated',
  note_arrival: 'authenticated',
  list_notifications: 'authenticated',
  list_own_documents: 'guest_api',
  list_own_incidents: 'guest_api',
  list_own_orders: 'guest_api',
  list_own_phones: 'guest_api',
  list_own_push_endpoints: 'authenticated',
  list_ended_orders: 'authenticated',
  read_order_board: 'authenticated',
  list_place_rooms: 'authenticated',
  mark_notifications_read: 'authenticated',
  measure_last_names: 'authenticated',
  move_content: 'authenticated',
  move_stays: 'authenticated',
  note_incident: 'authenticated',
  open_document: 'authenticated',
  open_guest_session: 'guest_api',
  place_service_order: 'guest_api',
  preview_moves: 'authenticated',
  preview_room_type: 'authenticated',
  put_on_shelf: 'authenticated',
  read_history: 'authenticated',
  read_invitation: 'authenticated',
  read_invitation_mail: 'jobs_api',
  remove_member: 'authenticated',
  read_notification_mail: 'jobs_api',
  read_notification_push: 'jobs_api',
  read_person_data: 'authenticated',
  read_walk: 'authenticated',
  record_print_job: 'authenticated',
  remove_guest_document: 'guest_api',
  remove_picture: 'authenticated',
  remove_room_block: 'authenticated',
  renew_incident_photo: 'guest_api',
  replace_room_code: 'authenticated',
  reply_to_incident: 'guest_api',
  report_incident: 'guest_api',
  request_booking: 'guest_api',
  resolve_checkin_link: 'guest_api',
  resolve_room_label: 'guest_api',
  resolve_room_access: 'guest_api',
  remove_push_subscription: 'authenticated',
  review_document: 'authenticated',
  save_country: 'authenticated',
  save_notification_preferences: 'authenticated',
  save_push_subscription: 'authenticated',
  scan_on_walk: 'authenticated',
  scan_wifi_on_walk: 'authenticated',
  see_document: 'authenticated',
  see_place_sign_on_walk: 'authenticated',
  set_bed_dirty: 'authenticated',
  set_booking_pin: 'authenticated',
  set_room_state: 'authenticated',
  set_incident_status: 'authenticated',
  set_item_sold_out: 'authenticated',
  set_order_status: 'authenticated',
  set_stay_hours: 'authenticated',
  sign_out_own_phone: 'guest_api',
  sign_out_phone: 'authenticated',
  start_walk: 'authenticated',
  settle_storage_removal: 'jobs_api',
  tell_if_late: 'jobs_api',
  sweep: null,
  try_price: 'authenticated',
  undo_change: 'authenticated',
  use_document_grant: 'authenticated',
  verify_booking_access: 'guest_api',
  verify_room_access: 'guest_api',
  withdraw_invitation: 'authenticated',
};

const stranger: Person = { role: 'authenticated', claims: { sub: crypto.randomUUID() } };
const callers: Record<string, Person> = {
  anon,
  authenticated: stranger,
  guest_api: staysServer,
  backoffice_api: backofficeServer,
  jobs_api: jobsProcess,
};

/** Reads all functions of a schema and the API roles that may execute them. Extensions have a schema of their own. */
const routinesOf = (schema: string) => `
  select p.oid, p.proname as name, p.prosecdef as definer, p.proconfig as settings, r.rolname as role,
    has_function_privilege(r.oid, p.oid, 'execute') as may,
    p.pronargs as arguments,
    coalesce((select string_agg('null::' || t::regtype, ', ' order by position)
      from unnest(p.proargtypes::oid[]) with ordinality as a (t, position)), '') as nulls
  from pg_catalog.pg_proc p, pg_catalog.pg_roles r
  where p.pronamespace = '${schema}'::regnamespace and r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api')`;

type Routine = {
  name: string;
  definer: boolean;
  settings: string[] | null;
  role: string;
  may: boolean;
  nulls: string;
};

onEachEngine('function grants', {}, (database) => {
  it('every function that the API exposes is granted to exactly the role that the list names', async () => {
    const routines = await database().sql<Routine>(routinesOf('public'));
    const roles: Record<string, string[]> = {};
    for (const { name, role, may } of routines)
      roles[name] = [...(roles[name] ?? []), ...(may ? [role] : [])];
    const expected = Object.entries(executors).map(([name, role]) => [name, role === null ? [] : [role]]);
    expect(roles).toEqual(Object.fromEntries(expected));
  });

  it('a role that calls a function of another role is refused with 42501', async () => {
    const routines = await database().sql<Routine>(routinesOf('public'));
    for (const { name, role, nulls } of routines.filter((routine) => !routine.may)) {
      const caller = callers[role] ?? anon;
      const refusal = await catchDatabaseError(
        queryAs(database(), caller, `select public.${name}(${nulls})`),
      );
      expect({ name, role, code: refusal.code }).toEqual({ name, role, code: '42501' });
    }
  });

  it('PUBLIC may execute no function of ours', async () => {
    const open = await database().sql(
      `select p.oid::regprocedure::text as name from pg_catalog.pg_proc p, lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee = 0`,
    );
    expect(open).toEqual([]);
  });

  it.each([
    ['anon', 'nothing', []],
    ['backoffice_api', 'nothing', []],
    ['jobs_api', 'is_removal_queued for the storage policies', ['is_removal_queued']],
    [
      'guest_api',
      'is_promised_photo and is_promised_document for the storage policies',
      ['is_promised_document', 'is_promised_photo'],
    ],
  ])('%s has no usage of the private schema and may execute %s', async (role, _, names) => {
    const routines = await database().sql<Routine>(routinesOf('private'));
    expect(routines.length).toBeGreaterThan(250);
    const open = routines.filter((routine) => routine.role === role && routine.may);
    expect(open.map(({ name }) => name).sort()).toEqual(names);
    const [schema] = await database().sql(
      `select has_schema_privilege('${role}', 'private', 'usage') as may`,
    );
    expect(schema).toEqual({ may: false });
  });

  it('members may execute exactly those private functions that policies, checks and triggers call as them', async () => {
    const routines = await database().sql<Routine>(routinesOf('private'));
    const open = routines.filter(({ role, may }) => role === 'authenticated' && may).map(({ name }) => name);
    expect(open.sort()).toEqual([
      'are_pictures',
      'current_account_id',
      'default_access_settings',
      'default_documents',
      'default_orders_paid',
      'document_rule',
      'effective_method',
      'is_access_settings',
      'is_announced_picture',
      'is_document_granted',
      'is_picture',
      'is_reserved_slug',
      'is_text_list',
      'is_translated_text',
      'is_translations',
      'is_web_link',
      'is_wifi_network',
      'is_wifi_password',
      'is_wifi_zones',
      'member_property_ids',
      'money_property_ids',
      'raise_api_error',
    ]);
  });

  it.each(['public', 'private'])('every function in schema %s has an empty search path', async (schema) => {
    const routines = await database().sql<Routine>(routinesOf(schema));
    const loose = routines.filter(({ settings }) => !settings?.includes('search_path=""'));
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  describe('other privileges of the API roles', () => {
    it.each([
      [
        'create objects in a schema',
        `select has_schema_privilege(r.rolname, n.nspname, 'create') as may
        from pg_catalog.pg_roles r, pg_catalog.pg_namespace n
        where r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api') and n.nspname in ('public', 'private', 'auth', 'storage', 'extensions')`,
      ],
      [
        'read a table of schema auth',
        `select has_table_privilege(r.rolname, c.oid, 'select') as may
        from pg_catalog.pg_roles r, pg_catalog.pg_class c
        where r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api') and c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'`,
      ],
      [
        'use a sequence',
        `select has_sequence_privilege(r.rolname, c.oid, 'usage') as may
        from pg_catalog.pg_roles r, pg_catalog.pg_class c
        where r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api') and c.relnamespace = 'public'::regnamespace and c.relkind = 'S'`,
      ],
      [
        'become another role through guest_api',
        `select pg_has_role('guest_api', r.oid, 'member') as may
        from pg_catalog.pg_roles r where r.rolname not in ('guest_api', 'anon')`,
      ],
      [
        'become another role through backoffice_api',
        `select pg_has_role('backoffice_api', r.oid, 'member') as may
        from pg_catalog.pg_roles r where r.rolname <> 'backoffice_api'`,
      ],
      [
        'become another role through jobs_api',
        `select pg_has_role('jobs_api', r.oid, 'member') as may
        from pg_catalog.pg_roles r where r.rolname not in ('jobs_api', 'anon')`,
      ],
      [
        'bypass row level security, log in or create roles',
        `select r.rolbypassrls or r.rolsuper or r.rolcanlogin or r.rolcreaterole as may
        from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated', 'guest_api', 'backoffice_api', 'jobs_api')`,
      ],
    ])('no API role may %s', async (_, query) => {
      const rows = await database().sql<{ may: boolean }>(query);
      expect(rows.filter(({ may }) => may)).toEqual([]);
    });
  });
});

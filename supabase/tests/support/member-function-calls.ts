/** Who may call a function of the backoffice: members from this role on, everybody who is signed in, or only who made the row. */
export type Least = 'owner' | 'manager' | 'staff' | 'housekeeper' | 'signed in' | 'its author';

/** More functions that find rows of the demo's Sunset Hotel without RLS, beside those of table-grants.ts. */
export const demoRows = `
  create function private_demo.row_of(p_table text) returns uuid language plpgsql stable security definer set search_path = '' as $$
    declare found_id uuid;
    begin
      execute format('select id from public.%I where property_id = private_demo.sunset_id() order by id limit 1', p_table)
        into found_id;
      return found_id;
    end $$;
  create function private_demo.member(p_email text) returns public.property_members
    language sql stable security definer set search_path = '' as
    $$ select m from public.property_members m where m.property_id = private_demo.sunset_id()
       and m.account_id = private_demo.account_id(p_email) $$;
  create function private_demo.entry_id() returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.audit_log where property_id = private_demo.sunset_id() and table_name = 'accom_rooms'
       and row_id = private_demo.room_id('205') $$;
  create function private_demo.room_code() returns text language sql stable security definer set search_path = '' as
    $$ select room_code from public.accom_rooms where id = private_demo.room_id('205') $$;
  create function private_demo.state_of(p_number text) returns public.room_states
    language sql stable security definer set search_path = '' as
    $$ select s from public.room_states s where s.room_id = private_demo.room_id(p_number) $$;
  insert into public.invitations (property_id, role, secret_hash, invited_by) values
    (private_demo.sunset_id(), 'staff', sha256('secret'), private_demo.account_id('owner@example.com'));
  insert into public.accom_guest_documents (
    property_id, booking_id, document_type, key_version, stored_at, storage_path, image_key, pages, file_size, consent_version, consent_locale
  ) select property_id, id, 'passport', 1, now(), 'a', 'a key', 1, 9, '1.a', 'en'
    from public.accom_bookings where booking_code = 'BK-GUEST2';
  insert into public.document_grants (property_id, document_id, account_id, page)
    select d.property_id, d.id, m.account_id, 1
    from public.accom_guest_documents d join public.property_members m on m.property_id = d.property_id;
  create function private_demo.own_grant_id() returns uuid language sql stable security definer set search_path = '' as
    $$ select id from public.document_grants where account_id = private.current_account_id() $$;
  insert into public.jobs (property_id, kind, job_key, dead_at, last_error)
    values (private_demo.sunset_id(), 'booking_code_mail', 'a', now(), 'address_refused');
  grant execute on all functions in schema private_demo to anon, authenticated, guest_api, backoffice_api, jobs_api;
`;

const sunset = 'private_demo.sunset_id()';
const room = `private_demo.room_id('205')`;
const member = `(private_demo.member('staff@example.com')).id`;
const rowOf = (table: string) => `private_demo.row_of('${table}')`;
/** To the shelf, at a version that nobody read. */
const shelving = `jsonb_build_array(jsonb_build_object(
  'bookingId', ${rowOf('accom_bookings')}, 'version', now(), 'checkIn', '2030-01-01', 'checkOut', '2030-01-02'
))`;
/** The one that its guest cancelled. */
const cancelledOrder = `overlay(overlay(md5('demo-order-3') placing '4' from 13) placing '8' from 17)::uuid`;

/** A call of every function that members may execute, on rows of the Sunset Hotel, with the lowest role that may. */
export const memberFunctionCalls: Record<string, { args: string; least: Least }> = {
  accept_invitation: { args: `'secret'`, least: 'signed in' },
  acknowledge_cancellation: { args: cancelledOrder, least: 'staff' },
  add_rooms: { args: `${sunset}, '[{ "number": "901" }]'`, least: 'manager' },
  add_room_block: { args: `${room}, 'closed', '2030-01-01', '2030-01-02'`, least: 'staff' },
  announce_picture: { args: sunset, least: 'manager' },
  change_member: {
    args: `${member}, (private_demo.member('staff@example.com')).updated_at, 'housekeeper'`,
    least: 'manager',
  },
  change_own_language: { args: `${sunset}, 'de', now()`, least: 'manager' },
  change_room_block: {
    args: `${rowOf('room_blocks')}, now(), ${room}, 'closed', '2030-01-01', '2030-01-02'`,
    least: 'staff',
  },
  book_walk_in: { args: `${room}, 'B', 1`, least: 'staff' },
  cancel_booking: { args: rowOf('accom_bookings'), least: 'staff' },
  cancel_group: { args: rowOf('accom_bookings'), least: 'staff' },
  create_group: {
    args: `${sunset}, '[]', '2030-01-01', '2030-01-02', 'A B', 'B', 'a key of ten'`,
    least: 'staff',
  },
  change_booking_guest: {
    args: `${rowOf('accom_bookings')}, now(), 'A B', 'B', null, null, 1, ''`,
    least: 'staff',
  },
  close_room_by_report: {
    args: `${rowOf('incidents')}, current_date + 400, current_date + 401`,
    least: 'staff',
  },
  clear_booking_pin: { args: rowOf('accom_bookings'), least: 'staff' },
  confirm_booking: { args: rowOf('accom_bookings'), least: 'staff' },
  mail_booking_code: { args: rowOf('accom_bookings'), least: 'staff' },
  list_bookings: { args: sunset, least: 'staff' },
  export_bookings: { args: sunset, least: 'staff' },
  list_free_beds: { args: `${sunset}, '2030-01-01', '2030-01-02'`, least: 'staff' },
  mark_no_show: { args: rowOf('accom_bookings'), least: 'staff' },
  move_booking: {
    args: `${rowOf('accom_bookings')}, now(), ${room}, '', '2030-01-01', '2030-01-02'`,
    least: 'staff',
  },
  read_booking: { args: `${sunset}, ${rowOf('accom_bookings')}`, least: 'staff' },
  read_calendar: { args: `${sunset}, '2030-01-01', '2030-01-29'`, least: 'staff' },
  read_guests_of_today: { args: sunset, least: 'staff' },
  check_in: { args: rowOf('accom_bookings'), least: 'staff' },
  check_out: { args: rowOf('accom_bookings'), least: 'staff' },
  create_booking: { args: `${room}, '2030-01-01', '2030-01-02', 'A B', 'B'`, least: 'staff' },
  create_property: { args: `'New', 'hotel', 'VN', 'Asia/Ho_Chi_Minh', 'VND', 'en'`, least: 'signed in' },
  desk_pulse: { args: sunset, least: 'housekeeper' },
  discard_print_job: { args: rowOf('print_jobs'), least: 'its author' },
  drop_failed_job: { args: rowOf('jobs'), least: 'manager' },
  find_anything: { args: `${sunset}, '203'`, least: 'staff' },
  finish_picture: { args: `${rowOf('pictures')}, 800, 600, 1000`, least: 'manager' },
  finish_walk: { args: rowOf('walks'), least: 'staff' },
  get_notification_preferences: { args: sunset, least: 'staff' },
  get_order_money: { args: `${sunset}, array[${rowOf('accom_service_orders')}]`, least: 'staff' },
  get_own_account: { args: '', least: 'signed in' },
  hand_over_property: { args: `${sunset}, ${member}`, least: 'owner' },
  invite_member: { args: `${sunset}, 'staff'`, least: 'manager' },
  leave_property: { args: sunset, least: 'housekeeper' },
  lift_booking_lock: { args: rowOf('accom_bookings'), least: 'staff' },
  lift_room_lock: { args: room, least: 'staff' },
  read_order_board: { args: sunset, least: 'staff' },
  list_ended_orders: { args: sunset, least: 'staff' },
  list_fixed_settings: { args: sunset, least: 'manager' },
  save_country: {
    args: `${sunset}, now(), 'VN', 'UTC', 'VND', 'en', '{}', 1`,
    least: 'manager',
  },
  erase_document_now: { args: `${rowOf('accom_guest_documents')}, 'Asked by mail'`, least: 'manager' },
  add_desk_document: {
    args: `${sunset}, ${rowOf('accom_bookings')}, '{"documentType": "passport", "keyVersion": 1}', '{}'`,
    least: 'staff',
  },
  prepare_desk_document: { args: `${sunset}, '{}'`, least: 'staff' },
  erase_person_data: { args: `${sunset}, ${rowOf('accom_bookings')}`, least: 'manager' },
  read_person_data: { args: `${sunset}, ${rowOf('accom_bookings')}`, least: 'manager' },
  hold_document: { args: `${rowOf('accom_guest_documents')}, 'The police ask for it'`, least: 'owner' },
  list_documents: { args: sunset, least: 'staff' },
  list_ending_visas: { args: sunset, least: 'staff' },
  open_document: { args: `${sunset}, ${rowOf('accom_guest_documents')}`, least: 'staff' },
  review_document: {
    args: `${sunset}, ${rowOf('accom_guest_documents')}, now(), 'verified'`,
    least: 'staff',
  },
  see_document: { args: `${sunset}, ${rowOf('accom_guest_documents')}`, least: 'staff' },
  use_document_grant: { args: `${sunset}, private_demo.own_grant_id()`, least: 'staff' },
  list_failed_jobs: { args: sunset, least: 'manager' },
  list_notifications: { args: sunset, least: 'staff' },
  list_own_push_endpoints: { args: '', least: 'signed in' },
  list_place_rooms: { args: sunset, least: 'housekeeper' },
  list_rooms: { args: sunset, least: 'staff' },
  list_rooms_to_clean: { args: sunset, least: 'housekeeper' },
  note_arrival: { args: rowOf('accom_bookings'), least: 'staff' },
  list_rooms_to_print: { args: sunset, least: 'staff' },
  mark_notifications_read: { args: sunset, least: 'staff' },
  list_locks: { args: sunset, least: 'staff' },
  list_guest_sessions: { args: sunset, least: 'staff' },
  read_guest_session: { args: `${sunset}, ${rowOf('guest_sessions')}`, least: 'staff' },
  create_guest_session: {
    args: `${sunset}, '205', 'Lee', localtimestamp + interval '1 day'`,
    least: 'staff',
  },
  change_guest_session: {
    args: `${rowOf('guest_sessions')}, now(), 'Lee', localtimestamp + interval '1 day'`,
    least: 'staff',
  },
  end_guest_session: { args: rowOf('guest_sessions'), least: 'staff' },
  measure_last_names: { args: sunset, least: 'manager' },
  note_incident: { args: `${rowOf('incidents')}, 'A second key is in the safe'`, least: 'staff' },
  read_history: { args: sunset, least: 'manager' },
  move_content: { args: `'numbers', ${rowOf('accom_useful_numbers')}, 0`, least: 'manager' },
  move_stays: { args: `${sunset}, ${shelving}`, least: 'staff' },
  preview_moves: { args: `${sunset}, ${shelving}`, least: 'staff' },
  put_on_shelf: { args: `${rowOf('accom_bookings')}, now()`, least: 'staff' },
  preview_room_type: { args: rowOf('accom_room_types'), least: 'staff' },
  read_walk: { args: rowOf('walks'), least: 'staff' },
  read_invitation: { args: `'secret'`, least: 'signed in' },
  record_print_job: { args: `${sunset}, '{}', '[]'`, least: 'staff' },
  remove_member: { args: member, least: 'manager' },
  remove_picture: { args: rowOf('pictures'), least: 'manager' },
  remove_room_block: { args: `${rowOf('room_blocks')}, now()`, least: 'staff' },
  retry_failed_job: { args: rowOf('jobs'), least: 'staff' },
  remove_push_subscription: { args: `'https://fcm.googleapis.com/a'`, least: 'signed in' },
  replace_room_code: { args: `${room}, private_demo.room_code()`, least: 'manager' },
  scan_on_walk: { args: `${rowOf('walks')}, private_demo.room_code(), true`, least: 'staff' },
  scan_wifi_on_walk: { args: `${rowOf('walks')}, 'Sunset', 'welcome123'`, least: 'staff' },
  see_place_sign_on_walk: { args: rowOf('walks'), least: 'staff' },
  set_bed_dirty: { args: `(private_demo.state_of('205')).id, 'B2', true`, least: 'housekeeper' },
  set_room_state: {
    args: `(private_demo.state_of('205')).id, 'clean', 'inspected'`,
    least: 'housekeeper',
  },
  save_notification_preferences: {
    args: `${sunset}, '{}', '{}', '{}', '22:00', '07:00', true, 'vi'`,
    least: 'staff',
  },
  save_push_subscription: {
    args: `'https://fcm.googleapis.com/fcm/send/a', 'B' || repeat('a', 86), repeat('b', 22)`,
    least: 'signed in',
  },
  set_booking_pin: { args: rowOf('accom_bookings'), least: 'staff' },
  set_incident_status: { args: `${rowOf('incidents')}, 'in_progress'`, least: 'staff' },
  set_stay_hours: { args: `${rowOf('accom_bookings')}, now(), null, '15:00'`, least: 'staff' },
  set_order_status: { args: `${rowOf('accom_service_orders')}, 'rejected', 'No'`, least: 'staff' },
  set_item_sold_out: { args: `${rowOf('accom_service_items')}, true`, least: 'staff' },
  sign_out_phone: { args: rowOf('stay_phones'), least: 'staff' },
  try_price: { args: `${rowOf('accom_room_types')}, '2030-01-01', '2030-01-02'`, least: 'staff' },
  start_walk: { args: sunset, least: 'staff' },
  undo_change: { args: `private_demo.entry_id(), 'A mistake'`, least: 'manager' },
  withdraw_invitation: { args: rowOf('invitations'), least: 'manager' },
};

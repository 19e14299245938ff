import { describe, expect, it } from 'vitest';
import { makeClient } from './support/guest-calls.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { signUpDemoPerson } from './support/people.ts';
import { tableGrants } from './support/table-grants.ts';

/** A row for the tables that have no column `id`. */
const rowsWithoutId: Record<string, object> = {
  accom_booking_prices: { booking_id: crypto.randomUUID() },
  document_keys: { property_id: crypto.randomUUID() },
  document_warnings: { document_id: crypto.randomUUID() },
  invitation_mail_secrets: { invitation_id: crypto.randomUUID() },
  notification_preferences: { account_id: crypto.randomUUID() },
  people_to_erase: { booking_id: crypto.randomUUID() },
  picture_uses: { picture_id: crypto.randomUUID() },
  rate_limits: { key: 'k' },
  request_answers: { booking_id: crypto.randomUUID() },
  request_keys: { key: 'k' },
  retired_room_codes: { room_code: 'RM-SUNSET22' },
  storage_removals: { bucket: 'b', name: 'n' },
};

// As in production: supabase-js over HTTP with the token of the role.
onEachEngine('the stays server over HTTP', { seed: true }, (database) => {
  it('guest_api can resolve a room', async () => {
    const { data, error } = await database()
      .client('guest_api')
      .rpc('resolve_room_access', { room_code: 'RM-SUNSET22', client: makeClient(), with_content: true });
    expect(error).toBeNull();
    expect(data).toMatchObject({ ok: true, room: { number: '203' }, property: { name: 'Sunset Hotel' } });
  });

  it('guest_api can verify a guest, and the name in the response keeps its accents', async () => {
    const { data } = await database()
      .client('guest_api')
      .rpc('verify_booking_access', { booking_code: 'BK-BEACH2', last_name: 'nguyen', client: makeClient() });
    expect(data).toMatchObject({ ok: true, booking: { guestFirstName: 'Hương' } });
  });

  it('a call without a client arrives as the error invalid_request', async () => {
    const { error } = await database()
      .client('guest_api')
      .rpc('resolve_room_access', { room_code: 'RM-SUNSET22', client: '' });
    expect(error).toMatchObject({ message: 'invalid_request' });
  });

  describe.each(Object.keys(tableGrants))('table %s', (table) => {
    it.each(['guest_api', 'anon'])(
      `role %s can neither select from ${table} nor insert into it`,
      async (role) => {
        const read = await database().client(role).from(table).select('*');
        expect(read.error?.code).toBe('42501');
        const write = await database()
          .client(role)
          .from(table)
          .insert(rowsWithoutId[table] ?? { id: crypto.randomUUID() });
        expect(write.error?.code).toBe('42501');
      },
    );
  });

  it.each([
    ['replace_room_code', { room_id: crypto.randomUUID(), current_code: 'RM-SUNSET22' }],
    ['set_booking_pin', { booking_id: crypto.randomUUID() }],
    ['check_in', { booking_id: crypto.randomUUID() }],
    ['check_out', { booking_id: crypto.randomUUID() }],
    ['confirm_booking', { booking_id: crypto.randomUUID() }],
    ['cancel_booking', { booking_id: crypto.randomUUID() }],
    ['cancel_group', { booking_id: crypto.randomUUID() }],
    [
      'create_group',
      {
        property_id: crypto.randomUUID(),
        beds: [],
        check_in: '2030-01-01',
        check_out: '2030-01-02',
        guest_name: 'A B',
        guest_last_name: 'B',
        request_key: crypto.randomUUID(),
      },
    ],
    ['mark_no_show', { booking_id: crypto.randomUUID() }],
    ['clear_booking_pin', { booking_id: crypto.randomUUID() }],
    ['read_booking', { property_id: crypto.randomUUID(), booking_id: crypto.randomUUID() }],
    ['list_bookings', { property_id: crypto.randomUUID() }],
    ['export_bookings', { property_id: crypto.randomUUID() }],
    ['read_guests_of_today', { property_id: crypto.randomUUID() }],
    ['read_calendar', { property_id: crypto.randomUUID(), from_day: '2030-01-01', to_day: '2030-01-29' }],
    ['book_walk_in', { room_id: crypto.randomUUID(), last_name: 'B', nights: 1 }],
    ['lift_room_lock', { room_id: crypto.randomUUID() }],
    ['lift_booking_lock', { booking_id: crypto.randomUUID() }],
    ['list_locks', { property_id: crypto.randomUUID() }],
    [
      'add_room_block',
      {
        room_id: crypto.randomUUID(),
        kind: 'closed',
        from_date: '2030-01-01',
        until_date: '2030-01-02',
      },
    ],
    ['move_stays', { property_id: crypto.randomUUID(), moves: [] }],
    ['preview_moves', { property_id: crypto.randomUUID(), moves: [] }],
    ['put_on_shelf', { booking_id: crypto.randomUUID(), version: '2030-01-01' }],
    [
      'set_stay_hours',
      { booking_id: crypto.randomUUID(), version: '2030-01-01', early_from: null, late_until: '15:00' },
    ],
    ['remove_room_block', { block_id: crypto.randomUUID(), version: '2030-01-01' }],
    ['measure_last_names', { property_id: crypto.randomUUID() }],
    ['sign_out_phone', { phone_id: crypto.randomUUID() }],
    ['set_order_status', { order_id: crypto.randomUUID(), status: 'confirmed' }],
    ['acknowledge_cancellation', { order_id: crypto.randomUUID() }],
    ['read_order_board', { property_id: crypto.randomUUID() }],
    ['list_ended_orders', { property_id: crypto.randomUUID() }],
    ['list_documents', { property_id: crypto.randomUUID() }],
    ['list_ending_visas', { property_id: crypto.randomUUID() }],
    ['open_document', { property_id: crypto.randomUUID(), document_id: crypto.randomUUID() }],
    ['use_document_grant', { property_id: crypto.randomUUID(), grant_id: crypto.randomUUID() }],
    ['see_document', { property_id: crypto.randomUUID(), document_id: crypto.randomUUID() }],
    [
      'review_document',
      {
        property_id: crypto.randomUUID(),
        document_id: crypto.randomUUID(),
        version: '2030-01-01',
        status: 'verified',
      },
    ],
    ['erase_document_now', { document_id: crypto.randomUUID(), reason: 'x' }],
    ['read_person_data', { property_id: crypto.randomUUID(), booking_id: crypto.randomUUID() }],
    ['erase_person_data', { property_id: crypto.randomUUID(), booking_id: crypto.randomUUID(), reason: 'x' }],
    ['hold_document', { document_id: crypto.randomUUID(), reason: 'x' }],
    ['note_incident', { incident_id: crypto.randomUUID(), note: 'x' }],
    ['set_incident_status', { incident_id: crypto.randomUUID(), status: 'resolved' }],
    [
      'create_booking',
      {
        room_id: crypto.randomUUID(),
        check_in: '2030-01-01',
        check_out: '2030-01-02',
        guest_name: 'A B',
        guest_last_name: 'B',
      },
    ],
  ])('guest_api may not call the desk function %s', async (name, args) => {
    const { error } = await database().client('guest_api').rpc(name, args);
    expect(error?.code).toBe('42501');
  });

  it.each([
    ['resolve_room_access', { room_code: 'RM-SUNSET22', client: makeClient() }],
    [
      'verify_room_access',
      { room_code: 'RM-SUNSET22', answer: { lastName: 'Johnson' }, client: makeClient() },
    ],
    ['verify_booking_access', { booking_code: 'BK-GUEST2', last_name: 'Johnson', client: makeClient() }],
    ['open_guest_session', { access_code: 'WAKE-UP23', client: makeClient() }],
    ['get_own_stay', { subject: {} }],
    ['check_stay', { subject: {} }],
    ['get_stay_content', { subject: {}, part: 'services' }],
    ['list_own_phones', { subject: {} }],
    ['sign_out_own_phone', { subject: {}, phone_id: crypto.randomUUID() }],
    ['list_own_orders', { subject: {} }],
    ['place_service_order', { subject: {}, idempotency_key: crypto.randomUUID(), items: [] }],
    ['cancel_service_order', { subject: {}, order_id: crypto.randomUUID() }],
    ['list_own_incidents', { subject: {} }],
    ['report_incident', { subject: {}, title: 'Leak', description: '', priority: 'low' }],
    ['reply_to_incident', { subject: {}, incident_id: crypto.randomUUID(), message: 'Hello' }],
    ['forget_incident_photo', { subject: {}, incident_id: crypto.randomUUID(), path: 'x' }],
    ['renew_incident_photo', { subject: {}, incident_id: crypto.randomUUID(), path: 'x' }],
    ['list_own_documents', { subject: {} }],
    ['get_visa_status', { subject: {} }],
    ['admit_guest_document', { subject: {} }],
    ['begin_guest_document', { subject: {}, document: {}, has_picture: false, offered_key: {} }],
    ['finish_guest_document', { subject: {}, document_id: crypto.randomUUID(), sealed: {} }],
    ['remove_guest_document', { subject: {}, document_id: crypto.randomUUID() }],
    ['give_up_document', { subject: {}, document_id: crypto.randomUUID(), path: '' }],
    ['ask_for_erasure', { subject: {}, document_id: crypto.randomUUID() }],
    ['get_property_page', { slug: 'sunset-hotel', client: makeClient() }],
    ['get_privacy_notice', { slug: 'sunset-hotel', client: makeClient() }],
  ])('the guest function %s refuses anon and signed-in people', async (name, args) => {
    const { error } = await database().client('anon').rpc(name, args);
    expect(error?.code).toBe('42501');
    const { client } = await database().signUp(`${crypto.randomUUID()}@example.com`);
    expect((await client.rpc(name, args)).error?.code).toBe('42501');
  });

  it('guest_api cannot call a private function through the API', async () => {
    const { error } = await database().client('guest_api').schema('private').rpc('generate_pin');
    expect(error).not.toBeNull();
    expect(JSON.stringify(error)).not.toMatch(/\d{6}/);
  });
});

onEachEngine('the desk over HTTP', { seed: true }, (database) => {
  it('a second booking of the same bed arrives as status 409 with its reason', async () => {
    const { client } = await signUpDemoPerson(database(), 'staff@example.com');
    const { data: room } = await client.from('accom_rooms').select('id').eq('room_number', '204').single();
    const request = {
      room_id: room?.id,
      check_in: '2030-01-01',
      check_out: '2030-01-02',
      guest_name: 'Lâm Đặng',
      guest_last_name: 'Đặng',
    };
    const first = await client.rpc('create_booking', request);
    expect(first.data).toMatchObject({ bookingCode: expect.stringMatching(/^BK-/) });
    const second = await client.rpc('create_booking', request);
    expect(second).toMatchObject({ status: 409, error: { message: 'conflict' } });
    expect(String(second.error?.details)).toContain('bed_is_taken');
  });

  it('a booking of another property arrives as status 404', async () => {
    const { client } = await signUpDemoPerson(database(), 'other@example.com');
    const [booking] = await database().sql(
      "select id from public.accom_bookings where booking_code = 'BK-GUEST2'",
    );
    const { status, error } = await client.rpc('check_in', { booking_id: booking?.['id'] });
    expect({ status, message: error?.message }).toEqual({ status: 404, message: 'not_found' });
  });
});

import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { describe, expect, it } from 'vitest';
import { type Outcome, resolveRoom, unknownRoomCode } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';

/** Lists every key, text and number in a value, at any depth. */
function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...leavesOf(inner)]);
}

/** Whether a text contains a whole word, in any case: "Kimono" does not contain "Kim". */
function holdsWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(^|[^\\p{L}])${escaped}($|[^\\p{L}])`, 'iu').test(text);
}

async function readEverythingPersonal(database: TestDatabase): Promise<string[]> {
  const rows = await database.sql<{ word: string | null }>(
    `select unnest(array[booking_code, guest_name, guest_last_name, guest_email, guest_phone, notes, id::text,
      check_in_date::text, check_out_date::text, pin_hash] || string_to_array(guest_name, ' ')) as word from public.accom_bookings
     union select access_code from public.guest_sessions union select id::text from public.guest_sessions
     union select unnest(array[email, display_name, id::text]) from public.accounts`,
  );
  return rows.map(({ word }) => word ?? '').filter((word) => word.length > 1);
}

onEachEngine('resolve_room_access', { seed: true }, (database) => {
  it('a scan of any demo room shows no personal data', async () => {
    const personal = await readEverythingPersonal(database());
    expect(personal.length).toBeGreaterThan(50);
    const rooms = await database().sql<{ room_code: string }>('select room_code from public.accom_rooms');
    for (const { room_code } of rooms) {
      const leaves = leavesOf(await resolveRoom(database(), room_code, undefined, true));
      const leaked = personal.filter((word) => leaves.some((leaf) => holdsWord(leaf, word)));
      expect({ room_code, leaked }).toEqual({ room_code, leaked: [] });
    }
  });

  it('a scan shows the same whoever the guest is and whether they are checked in', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    await makeBooking(database(), room);
    const before = await resolveRoom(database(), room.room_code, undefined, true);
    await database().sql(`update public.accom_bookings set status = 'checked_in', guest_name = 'Other Person',
      guest_last_name = 'Person', guest_count = 2 where room_id = '${room.id}'`);
    expect(await resolveRoom(database(), room.room_code, undefined, true)).toEqual(before);
  });

  it('a scan shows whether a stay is on in the room', async () => {
    expect(await resolveRoom(database(), 'RM-EMPTY234')).toMatchObject({ ok: true, hasActiveBooking: false });
    expect(await resolveRoom(database(), 'RM-SUNSET22')).toMatchObject({ ok: true, hasActiveBooking: true });
  });

  it('a scan at a property that hides its pages shows its name, the desk’s numbers and the verification method only', async () => {
    expect(await resolveRoom(database(), 'RM-HUSH2345', undefined, true)).toEqual({
      ok: false,
      error: 'verification_required',
      method: 'last_name',
      property: {
        name: 'Quiet House',
        slug: 'quiet-house',
        contactPhone: '+34 952 555 013',
        contactWhatsapp: '+34655550013',
      },
    });
  });

  it.each([
    ['a code that was never drawn', unknownRoomCode, 'room_not_found'],
    ['a code in lower case', 'rm-sunset22', 'invalid_room_code'],
    ['a code with the letter O', 'RM-SUNSET2O', 'invalid_room_code'],
    ['a booking code', 'BK-GUEST2', 'invalid_room_code'],
    ['a code with a line break at its end', 'RM-SUNSET22\n', 'invalid_room_code'],
    ['null', null, 'invalid_room_code'],
    ['a text of 60000 characters', 'RM-'.repeat(20_000), 'invalid_room_code'],
    ['an SQL injection', `' or true --`, 'invalid_room_code'],
  ])('resolve_room_access refuses %s', async (_, code, error) => {
    expect(await resolveRoom(database(), code)).toEqual({ ok: false, error });
  });

  it('a scan finds neither an inactive room nor a room of an inactive property', async () => {
    const property = await makeProperty(database());
    const closed = await makeRoom(database(), property, { is_active: false });
    const open = await makeRoom(database(), property);
    expect(await resolveRoom(database(), closed.room_code)).toEqual({ ok: false, error: 'room_not_found' });
    expect(await resolveRoom(database(), open.room_code)).toMatchObject({ ok: true });
    await database().sql('update public.accom_properties set is_active = false where id = $1', [property.id]);
    expect(await resolveRoom(database(), open.room_code)).toEqual({ ok: false, error: 'room_not_found' });
  });

  describe('WiFi', () => {
    const zones = [
      { name: 'Lounge', network: 'Lounge', password: 'lounge-pass' },
      { name: 'Dorms', network: 'Dorms', password: 'dorms-pass', primary: true },
      { name: 'Terrace', network: 'Terrace' },
    ];
    const propertyWifi = { wifi_network: 'House', wifi_password: 'house-pass' };
    const roomWifi = { wifi_ssid: 'Room 7', wifi_password: 'room-pass' };
    const networksOf = ({ wifi }: Outcome) => {
      const { primary, zones: others } = Object.assign({ primary: null, zones: [] }, wifi) as {
        // The function returns this shape; another one fails the comparison below.
        primary: { network: string; password: string | null; source: string } | null;
        zones: { network: string }[];
      };
      return [primary?.source, primary?.network, primary?.password, ...others.map(({ network }) => network)];
    };

    it.each([
      [
        'the room before all others',
        { ...propertyWifi, wifi_zones: zones },
        roomWifi,
        ['room', 'Room 7', 'room-pass'],
      ],
      [
        'the zones, the primary one first',
        { ...propertyWifi, wifi_zones: zones },
        {},
        ['zone', 'Dorms', 'dorms-pass', 'Lounge', 'Terrace'],
      ],
      [
        'the zones in their order when none is primary',
        { wifi_zones: zones.map(({ primary: _, ...zone }) => zone) },
        {},
        ['zone', 'Lounge', 'lounge-pass', 'Dorms', 'Terrace'],
      ],
      ['the property when there is no other', propertyWifi, {}, ['property', 'House', 'house-pass']],
      ['an open network, which has no password', { wifi_network: 'Open' }, {}, ['property', 'Open', null]],
      ['nothing when there is no network', {}, {}, [undefined, undefined, undefined]],
    ])('a scan reads the WiFi of %s', async (_, propertyColumns, roomColumns, expected) => {
      const room = await makeRoom(database(), await makeProperty(database(), propertyColumns), roomColumns);
      expect(networksOf(await resolveRoom(database(), room.room_code))).toEqual(expected);
    });

    it('a scan shows the WiFi only while a stay is on, where the owner hides it from empty rooms', async () => {
      const hidden = { primary: null, zones: [], hidden: true };
      const property = await makeProperty(database(), propertyWifi, { wifi_visible_without_booking: false });
      const room = await makeRoom(database(), property, roomWifi);
      expect(await resolveRoom(database(), room.room_code)).toMatchObject({ wifi: hidden });
      await makeBooking(database(), room, { status: 'pending' });
      expect(await resolveRoom(database(), room.room_code)).toMatchObject({ wifi: hidden });
      await database().sql(
        `update public.accom_bookings set status = 'confirmed' where room_id = '${room.id}'`,
      );
      expect(await resolveRoom(database(), room.room_code)).toMatchObject({
        hasActiveBooking: true,
        wifi: { hidden: false, primary: { network: 'Room 7' } },
      });
    });
  });

  it.each([
    ['pending', false],
    ['confirmed', true],
    ['checked_in', true],
    ['checked_out', false],
    ['cancelled', false],
    ['no_show', false],
  ])('a scan of a room whose booking is %s has hasActiveBooking %s', async (status, expected) => {
    const room = await makeRoom(database(), await makeProperty(database()));
    await makeBooking(database(), room, { status });
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ hasActiveBooking: expected });
  });

  it('a scan of a dorm sees a stay that began long before the newest one', async () => {
    const room = await makeRoom(database(), await makeProperty(database()), { beds: ['a', 'b', 'c', 'd'] });
    await makeBooking(database(), room, { bed: 'a', from: -30, to: 5 });
    for (const bed of ['b', 'c', 'd']) await makeBooking(database(), room, { bed, from: -5, to: -3 });
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ hasActiveBooking: true });
  });
});

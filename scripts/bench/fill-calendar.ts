import type { RunningBackoffice } from './start-backoffice.ts';

export const size = { rooms: 300, days: 400, stays: 20_000 } as const;

const slug = 'sunset-hotel';
const roomsAtOnce = 10;

/**
 * Fills the demo's hotel: 300 rooms of two types, and over 400 days from two months ago about 67 stays in each, one after the
 * other. The triggers of the rows run as they do for a desk.
 */
export async function fillCalendar({ query }: Pick<RunningBackoffice, 'query'>): Promise<void> {
  await query(
    `insert into public.accom_rooms (property_id, room_number, room_type_id)
     select p.id, to_char(n, 'FM9000'), (
       select t.id from public.accom_room_types t where t.property_id = p.id order by t.sort_order offset n % 2 limit 1
     )
     from public.accom_properties p, generate_series(1000, 999 + ${size.rooms}) n where p.slug = '${slug}'`,
  );
  // Each new code is locked until its transaction ends, so not all at once.
  for (let first = 0; first < size.rooms; first += roomsAtOnce) {
    await fillRooms(query, 1000 + first);
  }
  await query('analyze public.accom_bookings, public.accom_rooms');
}

/** A stay every six days, of three to five nights. Those that are over were checked out. */
async function fillRooms(query: RunningBackoffice['query'], firstNumber: number): Promise<void> {
  await query(
    `insert into public.accom_bookings
       (property_id, room_id, guest_name, guest_last_name, check_in_date, check_out_date, status)
     select r.property_id, r.id, (array['Nguyễn Thị Thanh Hương', 'Sarah Johnson', 'Müller', 'Trần Văn Bảo'])[1 + n % 4], 'Lee',
       day.first, day.first + 3 + n % 3,
       case when day.first + 3 + n % 3 <= current_date then 'checked_out' else 'confirmed' end::public.booking_status
     from public.accom_properties p
     join public.accom_rooms r on r.property_id = p.id
       and r.room_number = any (array(select n::text from generate_series(${firstNumber}, ${firstNumber + roomsAtOnce - 1}) n))
     cross join generate_series(0, ${Math.floor(size.stays / size.rooms)}) n
     cross join lateral (select current_date - 60 + n * 6 + (r.room_number::integer % 6) as first) day
     where p.slug = '${slug}'`,
  );
}

-- Which bed is held when. Stays and blocks each have their rows here, under one constraint, so that no two of them ever overlap,
-- whoever writes and however many at once. Triggers write; no role reads it but through functions.

create table private.bed_holds (
  -- The booking or the block. Not a foreign key, since it is one of two tables: their triggers delete what they held.
  holder_id uuid not null,
  room_id uuid not null,
  bed text not null,
  -- By the clock of the property.
  held tsrange not null,
  constraint bed_holds_are_one_a_bed primary key (holder_id, bed),
  constraint bed_holds_are_not_empty check (not isempty(held)),
  constraint bed_holds_do_not_overlap exclude using gist (room_id with =, bed with =, held with &&)
);

-- What is held from one day to another. It is held by the night, from the last minute of the first day to the beginning of the last
-- one: the day on which one guest leaves is the day on which the next one comes. An early check-in and a late check-out hold the
-- hours of their day as well, so of two that meet on one day only hours that are held twice are refused.
create function private.held_range(p_from date, p_until date, p_early_from time default null, p_late_until time default null)
returns tsrange
language sql
immutable
set search_path = ''
as $$
  select tsrange(p_from + coalesce(p_early_from, '23:59'), p_until + coalesce(p_late_until, '00:00'))
$$;

-- What a stay holds in its present room; null: nothing, since it is over or on the shelf. A guest who was moved in house holds the
-- present room from then on.
create function private.held_by_stay(p_booking public.accom_bookings)
returns tsrange
language plpgsql
stable
set search_path = ''
as $$
declare
  since timestamp;
begin
  if p_booking.room_id is null or p_booking.status not in ('pending', 'confirmed', 'checked_in') then
    return null;
  elsif p_booking.room_since is null then
    return private.held_range(
      p_booking.check_in_date, p_booking.check_out_date, p_booking.early_from, p_booking.late_until
    );
  end if;
  select p_booking.room_since at time zone p.timezone into since
    from public.accom_properties p where p.id = p_booking.property_id;
  return tsrange(since, greatest(since, p_booking.check_out_date + coalesce(p_booking.late_until, '00:00')));
end
$$;

-- Definer: no role may write holds. A stay from which the night of the move is taken away would hold nothing, so it is refused by
-- the check.
create function private.hold_bed_of_stay()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  held tsrange;
begin
  if tg_op <> 'INSERT' then
    delete from private.bed_holds h where h.holder_id = old.id;
  end if;
  if tg_op = 'DELETE' then
    return null;
  end if;
  held := private.held_by_stay(new);
  if held is not null then
    insert into private.bed_holds (holder_id, room_id, bed, held) values (new.id, new.room_id, new.bed, held);
  end if;
  return null;
end
$$;

create trigger accom_bookings_hold_bed
  after insert or delete or update of
    room_id, bed, room_type_id, check_in_date, check_out_date, early_from, late_until, room_since, status
  on public.accom_bookings
  for each row execute function private.hold_bed_of_stay();

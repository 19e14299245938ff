-- The list of bookings as a file.

-- Definer, to authenticated: one page of the same lists for a file, with all that the desk knows of each guest, and nothing that opens
-- a stay but its code. `totalMinor` is for members who see money; for the others it is missing. The first page is an entry of the
-- log, since the names of many guests leave the product by it; so is a later page of who read no first one within the hour.
create function public.export_bookings(
  property_id uuid,
  view text default 'newest',
  text text default null,
  code text default null,
  after_day date default null,
  after_at timestamptz default null,
  after_id uuid default null,
  room_type_id uuid default null,
  source text default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  sees_money boolean;
begin
  perform private.require_member(export_bookings.property_id, 'staff');
  select * into property from public.accom_properties p where p.id = export_bookings.property_id;
  sees_money := property.id in (select private.money_property_ids());
  if after_id is null or not exists (
    select from public.audit_log one
    where one.property_id = property.id and one.account_id = private.current_account_id()
      and one.action = 'bookings_exported' and one.created_at > now() - interval '1 hour'
  ) then
    perform private.write_audit(property.id, 'bookings_exported', 'accom_properties', property.id);
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', b.id, 'code', b.booking_code, 'guestName', b.guest_name, 'lastName', b.guest_last_name, 'email', b.guest_email,
      'phone', b.guest_phone, 'guestCount', b.guest_count, 'people', private.describe_people(b.id),
      'roomNumber', r.room_number, 'bed', b.bed, 'roomType', t.name, 'checkIn', b.check_in_date, 'checkOut', b.check_out_date,
      'status', b.status, 'source', b.source, 'externalUid', b.external_uid, 'notes', b.notes, 'cancelReason', b.cancel_reason,
      'createdAt', b.created_at
    ) || case
      when sees_money then jsonb_build_object('totalMinor', price.total, 'currency', price.currency) else '{}'
    end order by page.ordinality)
    from unnest(private.page_of_list(
      property, export_bookings.view, export_bookings.text, export_bookings.code, after_day, after_at, after_id, 500,
      export_bookings.room_type_id, export_bookings.source
    )) with ordinality page
    join public.accom_bookings b on b.id = page.id
    left join public.accom_rooms r on r.id = b.room_id
    left join public.accom_room_types t on t.id = b.room_type_id
    left join public.accom_booking_prices price on price.booking_id = b.id
  ), '[]');
end
$$;
grant execute on function public.export_bookings(uuid, text, text, text, date, timestamptz, uuid, uuid, text) to authenticated;

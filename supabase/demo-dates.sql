-- Runs at each demo start and at intervals after that, so that today is always within the demo's stays.
do $$
declare
  booking public.accom_bookings;
begin
  for booking in
    update public.accom_bookings b set
      check_in_date = (now() at time zone p.timezone)::date - 1,
      check_out_date = (now() at time zone p.timezone)::date + 3
    from public.accom_properties p
    where p.id = b.property_id
      and b.source = 'demo'
      and not ((now() at time zone p.timezone)::date between b.check_in_date + 1 and b.check_out_date - 1)
    returning b.*
  loop
    -- Other nights have another price.
    delete from public.accom_booking_prices where booking_id = booking.id;
    perform private.save_booking_price(booking, (
      select private.price_stay(r.room_type_id, booking.check_in_date, booking.check_out_date)
      from public.accom_rooms r where r.id = booking.room_id
    ));
  end loop;

  update public.guest_sessions set expires_at = now() + interval '30 days'
  where access_code = 'WAKE-UP23' and expires_at < now() + interval '2 days';
end
$$;

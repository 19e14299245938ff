-- Runs at each demo start and at intervals after that, so that today is always within the demo's stays.
do $$
begin
  update public.accom_bookings b set
    check_in_date = (now() at time zone p.timezone)::date - 1,
    check_out_date = (now() at time zone p.timezone)::date + 3
  from public.accom_properties p
  where p.id = b.property_id
    and b.source = 'demo'
    and not ((now() at time zone p.timezone)::date between b.check_in_date + 1 and b.check_out_date - 1);

  update public.guest_sessions set expires_at = now() + interval '30 days'
  where access_code = 'WAKE-UP23' and expires_at < now() + interval '2 days';
end
$$;

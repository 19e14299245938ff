-- Decoding a picture is the dearest thing a guest can ask for, and it happens before a report is made.

-- Definer, to guest_api: asked before a report's pictures are looked at. Who may not report, a request that waits for the
-- desk above all, which anybody can make, has none of them decoded; who may, so many a minute. Of a stay that has ended a
-- report may still be sent again: what comes of it is for report_incident to say.
create function public.admit_incident_photos(subject jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if coalesce(stay.state not in ('live', 'ended'), true) then
    return private.refuse_writing(stay.state);
  end if;
  seconds := private.take_hit('photos:' || coalesce(stay.booking_id, stay.session_id), 10, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  return '{"ok": true}';
end
$$;
grant execute on function public.admit_incident_photos(jsonb) to guest_api;

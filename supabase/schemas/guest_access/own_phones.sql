-- What a guest does with the phones on their stay. Whoever may read the stay may sign a phone out, a guest who has not
-- arrived or has left included: it only takes access away.

-- Definer, to guest_api: the phones on the subject's stay, its own first.
create function public.list_own_phones(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
begin
  select * into stay from private.find_subject(subject);
  return coalesce(private.refuse_reading(stay.state), jsonb_build_object('ok', true, 'phones', (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'id', s.id,
          'label', s.label,
          'firstSeenAt', private.format_instant(s.created_at),
          'lastSeenAt', private.format_instant(s.last_seen_at),
          'isThisPhone', s.id::text is not distinct from subject ->> 'phoneId'
        )
        order by s.id::text is not distinct from subject ->> 'phoneId' desc, s.last_seen_at desc, s.id
      ),
      '[]'
    )
    from public.stay_phones s
    where s.booking_id = (stay.booking).id or s.guest_session_id = (stay.session).id
  )));
end
$$;
grant execute on function public.list_own_phones(jsonb) to guest_api;

-- Definer, to guest_api: signs a phone of the subject's stay out, which may be its own. A phone of another stay is refused
-- like one that does not exist.
create function public.sign_out_own_phone(subject jsonb, phone_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  phone public.stay_phones;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select s.* into phone from public.stay_phones s
    where s.id = sign_out_own_phone.phone_id
      and (s.booking_id = (stay.booking).id or s.guest_session_id = (stay.session).id)
    for update;
  if not found then
    return private.refuse('not_found');
  end if;
  perform private.remove_phone(phone);
  return '{"ok": true}';
end
$$;
grant execute on function public.sign_out_own_phone(jsonb, uuid) to guest_api;

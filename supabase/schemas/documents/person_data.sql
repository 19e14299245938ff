-- What a place has of one guest: to see all of it, and to erase what may be erased. It is asked for by the booking.

-- Bookings of whose guest something is left to erase, after somebody asked for it, and when that is tried. Apart from the bookings: a
-- column and an index there would make each search among them read more.
create table public.people_to_erase (
  booking_id uuid not null,
  property_id uuid not null,
  due_at timestamptz not null,
  primary key (booking_id, property_id),
  constraint people_to_erase_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade
);

create index people_to_erase_due on public.people_to_erase (due_at);

-- No policy and no grant: functions alone reach it.
alter table public.people_to_erase enable row level security;

-- Definer: the booking of a place, for a manager who sees documents. Of another place it is not found.
create function private.lock_person(p_property_id uuid, p_booking_id uuid)
returns public.accom_bookings
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
begin
  perform private.require_sight_of_documents(p_property_id, 'manager');
  select * into booking from public.accom_bookings b
    where b.id = p_booking_id and b.property_id = p_property_id
    for update;
  if booking.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  return booking;
end
$$;

-- Definer, to authenticated: everything that a place has of the people of a booking, in one object. Documents come sealed, with grants
-- for their pages. It is a look at each of them, also where the caller had it open just before.
create function public.read_person_data(property_id uuid, booking_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking constant public.accom_bookings := private.lock_person(read_person_data.property_id, read_person_data.booking_id);
begin
  perform private.write_audit(booking.property_id, 'person_data_read', 'accom_bookings', booking.id, '{}');
  perform private.log_look(d)
    from public.accom_guest_documents d where d.booking_id = booking.id and d.stored_at is not null;
  return jsonb_build_object(
    'booking', jsonb_build_object(
      'code', booking.booking_code, 'guestName', booking.guest_name, 'lastName', booking.guest_last_name,
      'email', booking.guest_email, 'phone', booking.guest_phone, 'language', booking.guest_locale,
      'guestCount', booking.guest_count, 'checkIn', booking.check_in_date, 'checkOut', booking.check_out_date,
      'status', booking.status, 'source', booking.source, 'notes', booking.notes,
      'cancelNote', booking.cancel_note, 'createdAt', booking.created_at
    ),
    'people', private.describe_people(booking.id),
    'phones', private.describe_phones(booking.property_id, booking.id, null),
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'number', o.number, 'status', o.status, 'notes', o.notes, 'createdAt', o.created_at, 'items', (
          select coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'quantity', i.quantity) order by i.position), '[]')
          from public.accom_service_order_items i where i.order_id = o.id
        )
      ) order by o.created_at), '[]')
      from public.accom_service_orders o where o.booking_id = booking.id
    ),
    'reports', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'title', i.title, 'description', i.description, 'status', i.status, 'photos', i.photos, 'createdAt', i.created_at, 'replies', (
          select coalesce(jsonb_agg(jsonb_build_object('from', u.author, 'message', u.message, 'createdAt', u.created_at)
            order by u.created_at), '[]')
          from public.incident_updates u where u.incident_id = i.id and u.message <> ''
        )
      ) order by i.created_at), '[]')
      from public.incidents i where i.booking_id = booking.id
    ),
    'documents', (
      select coalesce(jsonb_agg(public.open_document(d.property_id, d.id) order by d.created_at, d.id), '[]')
      from public.accom_guest_documents d where d.booking_id = booking.id and d.stored_at is not null
    ),
    'erasures', (
      select coalesce(
        jsonb_agg(jsonb_build_object('part', e.part, 'rule', e.rule, 'erasedAt', e.erased_at) order by e.erased_at), '[]'
      )
      from public.document_erasures e where e.booking_id = booking.id
    )
  );
end
$$;
grant execute on function public.read_person_data(uuid, uuid) to authenticated;

-- Whether anything is left of a part of a guest's data. A dash stands where words were erased.
create function private.has_of_person(p_booking public.accom_bookings, p_what text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case p_what
    when 'names' then p_booking.guest_name <> '–' or exists (
      select from public.booking_people p where p.booking_id = p_booking.id and p.name <> '–'
    )
    when 'contact' then num_nonnulls(p_booking.guest_email, p_booking.guest_phone, p_booking.guest_locale) > 0
    when 'notes' then p_booking.notes <> '' or p_booking.cancel_note <> ''
    when 'orders' then exists (
      select from public.accom_service_orders o where o.booking_id = p_booking.id and o.notes <> ''
    )
    when 'reports' then exists (
      select from public.incidents i
      where i.booking_id = p_booking.id and (i.title <> '–' or i.description <> '' or i.photos <> '{}' or exists (
        select from public.incident_updates u where u.incident_id = i.id and u.author = 'guest' and u.message not in ('', '–')
      ))
    )
    when 'phones' then exists (select from public.stay_phones s where s.booking_id = p_booking.id)
  end
$$;

-- What becomes of each part if the guest is erased now: `until` and `rule` say what has to be kept and why; no rule: it goes. While a stay
-- is on or to come the desk needs to know who comes, and each part may still get something. After that only what is left is named.
create function private.plan_erasure(p_booking public.accom_bookings)
returns table (what text, document_id uuid, until timestamptz, rule text)
language sql
stable
set search_path = ''
as $$
  with stay as (
    select p_booking.status in ('pending', 'confirmed', 'checked_in') as is_on,
      private.document_stay_ends_at(p_booking, p.timezone) as ends_at,
      case when p_booking.status = 'checked_out' then private.law_until(p_booking, p, p_booking.created_at) end as law_until
    from public.accom_properties p where p.id = p_booking.property_id
  )
  select part.what, null::uuid,
    case when stay.is_on then stay.ends_at when part.what = 'names' and stay.law_until > now() then stay.law_until end,
    case when stay.is_on then 'stay_is_on' when part.what = 'names' and stay.law_until > now() then 'law' end
  from stay cross join unnest(array['names', 'contact', 'notes', 'orders', 'reports', 'phones']) as part (what)
  where stay.is_on or private.has_of_person(p_booking, part.what)
  union all
  select part.what, d.id,
    case when d.hold_reason is null and part.is_kept then part.until end,
    case when d.hold_reason is not null then 'held' when part.is_kept then 'law' end
  from public.accom_guest_documents d
  cross join lateral (values
    ('picture', d.image_rule = 'law' and d.image_until > now(), d.image_until, d.storage_path is not null),
    ('fields', d.fields_rule = 'law' and d.status = 'verified' and d.fields_until > now(), d.fields_until, true)
  ) as part (what, is_kept, until, is_there)
  where d.booking_id = p_booking.id and d.stored_at is not null and part.is_there
$$;

-- Erases what a plan lets go, and sets when the rest is tried again. The words of a guest become a dash: the bill, the board and the
-- history of the room keep their rows.
create function private.erase_person(p_booking public.accom_bookings, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  gone text[];
  kept_fields uuid[];
  kept_pictures uuid[];
  document public.accom_guest_documents;
begin
  select
    coalesce(array_agg(p.what) filter (where p.document_id is null and p.rule is null), '{}'),
    coalesce(array_agg(p.document_id) filter (where p.what = 'fields' and p.rule is not null), '{}'),
    coalesce(array_agg(p.document_id) filter (where p.what = 'picture' and p.rule is not null), '{}')
    into gone, kept_fields, kept_pictures
    from private.plan_erasure(p_booking) p;
  for document in
    select d.* from public.accom_guest_documents d where d.booking_id = p_booking.id and d.stored_at is not null for update
  loop
    if document.id <> all (kept_fields) then
      perform private.erase_document(document, 'erased_for_guest', p_reason);
    elsif document.id <> all (kept_pictures) then
      perform private.erase_document_image(document, 'erased_for_guest', p_reason);
    end if;
  end loop;
  if 'phones' = any (gone) then
    delete from public.stay_phones s where s.booking_id = p_booking.id;
  end if;
  if 'orders' = any (gone) then
    update public.accom_service_orders o set notes = '' where o.booking_id = p_booking.id and o.notes <> '';
  end if;
  if 'reports' = any (gone) then
    -- No photo may come between what is listed for removal and what is emptied.
    perform from public.incidents i where i.booking_id = p_booking.id for update;
    insert into public.storage_removals (bucket, name, again_after)
      select 'incident-photos', photo, now() + interval '1 day'
      from public.incidents i cross join unnest(i.photos) photo where i.booking_id = p_booking.id
      on conflict (bucket, name) do nothing;
    update public.incidents i set title = '–', description = '', photos = '{}' where i.booking_id = p_booking.id;
    update public.incident_updates u set message = '–'
      where u.author = 'guest' and u.message <> ''
        and u.incident_id in (select i.id from public.incidents i where i.booking_id = p_booking.id);
  end if;
  if 'names' = any (gone) then
    update public.booking_people p set name = '–' where p.booking_id = p_booking.id;
  end if;
  update public.accom_bookings b
    set guest_name = case when 'names' = any (gone) then '–' else b.guest_name end,
      guest_last_name = case when 'names' = any (gone) then '–' else b.guest_last_name end,
      guest_email = case when 'contact' = any (gone) then null else b.guest_email end,
      guest_phone = case when 'contact' = any (gone) then null else b.guest_phone end,
      guest_locale = case when 'contact' = any (gone) then null else b.guest_locale end,
      notes = case when 'notes' = any (gone) then '' else b.notes end,
      cancel_note = case when 'notes' = any (gone) then '' else b.cancel_note end
    where b.id = p_booking.id;
  delete from public.people_to_erase e where e.booking_id = p_booking.id;
  -- A guest may stay longer than they booked: what waits for their departure is tried again the next day, and so is what is held.
  insert into public.people_to_erase (booking_id, property_id, due_at)
    select p_booking.id, p_booking.property_id, min(case when p.until > now() then p.until else now() + interval '1 day' end)
    from private.plan_erasure(p_booking) p where p.rule is not null
    having count(*) > 0;
end
$$;

-- Definer, to authenticated: what would become of each part, or, with a reason, erases what may go. What has to be kept is erased by the
-- sweep when its time is over. `isAsked`: somebody asked for that before.
create function public.erase_person_data(property_id uuid, booking_id uuid, reason text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking constant public.accom_bookings := private.lock_person(erase_person_data.property_id, erase_person_data.booking_id);
  why constant text := nullif(btrim(erase_person_data.reason), '');
  plan jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
    'what', p.what, 'documentId', p.document_id, 'until', private.format_instant(p.until), 'rule', p.rule,
    'isAsked', exists (select from public.people_to_erase e where e.booking_id = booking.id)
  ) order by p.document_id nulls first, p.what), '[]') into plan from private.plan_erasure(booking) p;
  if length(why) > 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "reason_is_too_long"}');
  end if;
  if why is not null then
    perform private.erase_person(booking, why);
    perform private.write_audit(
      booking.property_id, 'person_erased', 'accom_bookings', booking.id, jsonb_build_object('to', jsonb_build_object('erase_reason', why))
    );
  end if;
  return plan;
end
$$;
grant execute on function public.erase_person_data(uuid, uuid, text) to authenticated;

-- For the sweep: erases of guests who asked for it what had to be kept until now. Returns of how many.
create function private.erase_due_people()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due public.accom_bookings;
  erased integer := 0;
begin
  for due in
    select b.* from public.people_to_erase e join public.accom_bookings b on b.id = e.booking_id
    where e.due_at <= now()
    for update skip locked
  loop
    perform private.erase_person(due, null);
    erased := erased + 1;
  end loop;
  return erased;
end
$$;

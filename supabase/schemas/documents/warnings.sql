-- Warnings that a visa is about to end. Each is told once, by the days of the place.

create table public.document_warnings (
  document_id uuid not null,
  property_id uuid not null,
  kind public.notification_kind not null,
  warned_at timestamptz not null default now(),
  primary key (document_id, kind),
  constraint document_warnings_document_of_property foreign key (document_id, property_id)
    references public.accom_guest_documents (id, property_id) on delete cascade,
  constraint document_warnings_are_of_visas check (kind in ('visa_14', 'visa_7', 'visa_3', 'visa_short'))
);

create index document_warnings_document on public.document_warnings (document_id, property_id);

alter table public.document_warnings enable row level security;

-- The visas of guests who are or will be in the house, with how many days they have left by the calendar of the place. Of several of one
-- person, the one that ends last.
create function private.list_visas(p_property_id uuid default null)
returns table (document_id uuid, property_id uuid, booking_id uuid, days_left integer, is_short boolean)
language sql
stable
set search_path = ''
as $$
  select distinct on (d.booking_id, d.person_id)
    d.id, d.property_id, d.booking_id, d.visa_expiry_date - (now() at time zone p.timezone)::date,
    d.visa_expiry_date < b.check_out_date
  from public.accom_guest_documents d
  join public.accom_bookings b on b.id = d.booking_id
  join public.accom_properties p on p.id = d.property_id
  where d.visa_expiry_date is not null and d.stored_at is not null and d.status <> 'rejected'
    -- Nobody who was expected and has never come.
    and (b.status = 'checked_in' or b.status = 'confirmed' and b.check_out_date >= (now() at time zone p.timezone)::date)
    and (p_property_id is null or d.property_id = p_property_id)
  order by d.booking_id, d.person_id, d.visa_expiry_date desc, d.id
$$;

-- The warning that a visa is due for: the nearest of three, so that one that came late is not told of thrice.
create function private.visa_warning(p_days_left integer)
returns public.notification_kind
language sql
immutable
set search_path = ''
as $$
  select case
    when p_days_left between 0 and 3 then 'visa_3'
    when p_days_left between 4 and 7 then 'visa_7'
    when p_days_left between 8 and 14 then 'visa_14'
  end::public.notification_kind
$$;

-- The warnings that are due now, of one place or of all, whether they were told or not.
create function private.list_visa_warnings(p_property_id uuid default null)
returns table (document_id uuid, property_id uuid, kind public.notification_kind)
language sql
stable
set search_path = ''
as $$
  select v.document_id, v.property_id, w.kind
  from private.list_visas(p_property_id) v
  cross join lateral (values
    (private.visa_warning(v.days_left)), (case when v.is_short then 'visa_short'::public.notification_kind end)
  ) as w (kind)
  where w.kind is not null
$$;

-- Of the warnings that were told, those wait that are still due: not an earlier one of the same visa, nor one of a visa that decides nothing
-- any more, since its guest has a longer one or has left.
create function private.settle_visa_warnings(p_property_id uuid default null)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.notifications n set settled_at = case when due.kind is null then now() end
  from public.document_warnings w
  left join private.list_visa_warnings(p_property_id) due on due.document_id = w.document_id and due.kind = w.kind
  where n.thing_id = w.document_id and n.kind = w.kind and (n.settled_at is null) = (due.kind is null)
    and (p_property_id is null or w.property_id = p_property_id)
$$;

-- For the sweep. Returns how many warnings were told.
create function private.warn_of_visas()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due record;
  told integer := 0;
begin
  for due in
    select v.* from private.list_visa_warnings() v
    where not exists (select from public.document_warnings s where s.document_id = v.document_id and s.kind = v.kind)
    order by v.document_id, v.kind
  loop
    insert into public.document_warnings (document_id, property_id, kind)
      values (due.document_id, due.property_id, due.kind)
      on conflict do nothing;
    if found then
      perform private.notify(due.property_id, due.kind, due.document_id);
      told := told + 1;
    end if;
  end loop;
  perform private.settle_visa_warnings();
  return told;
end
$$;

-- Definer, to authenticated: the visas that end within fourteen days or before the guest leaves, for Today.
create function public.list_ending_visas(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_sight_of_documents(list_ending_visas.property_id);
  return (
    select coalesce(jsonb_agg(private.describe_document(d) || jsonb_build_object('daysLeft', v.days_left, 'isShort', v.is_short)
      order by v.days_left, d.id), '[]')
    from private.list_visas(list_ending_visas.property_id) v
    join public.accom_guest_documents d on d.id = v.document_id
    where v.days_left <= 14 or v.is_short
  );
end
$$;
grant execute on function public.list_ending_visas(uuid) to authenticated;

-- For the sweep: tells managers of objects that Storage still has a day after they were erased. They are unreadable, and somebody has
-- to look. Each is told once, also where nobody wants to hear of it. Returns how many.
create function private.warn_of_remaining_objects()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  remaining public.document_erasures;
  told integer := 0;
begin
  for remaining in
    select e.* from public.document_erasures e
    where e.storage_path is not null and e.verified_gone_at is null and e.warned_at is null
      and e.erased_at <= now() - interval '1 day'
    order by e.erased_at, e.id
    limit 100
    for update skip locked
  loop
    update public.document_erasures e set warned_at = now() where e.id = remaining.id;
    perform private.notify(remaining.property_id, 'document_not_gone', remaining.id);
    told := told + 1;
  end loop;
  return told;
end
$$;

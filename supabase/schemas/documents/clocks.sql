-- Until when the picture and the fields of a document are kept, and the rule that says so. Both follow the stay and the place.

-- When the stay of a document is over for its clocks: at the end of its last day by the clock of the place.
create function private.document_stay_ends_at(p_booking public.accom_bookings, p_timezone text)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select (p_booking.check_out_date + 1)::timestamp at time zone p_timezone
$$;

-- When the days are over for which a place keeps documents after a stay.
create function private.document_days_end_at(p_booking public.accom_bookings, p_property public.accom_properties)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select private.add_by_calendar(
    private.document_stay_ends_at(p_booking, p_property.timezone),
    make_interval(days => p_property.document_retention_days), p_property.timezone
  )
$$;

-- How long a reviewed picture stays, so that a review can be undone.
create function private.review_undo_time()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '10 minutes'
$$;

-- When the picture goes: at the earliest of these events. A picture that the law wants is kept that long.
create function private.image_clock(
  p_document public.accom_guest_documents, p_booking public.accom_bookings, p_property public.accom_properties,
  out until timestamptz, out rule text
)
language sql
stable
set search_path = ''
as $$
  select clock.until, clock.rule
  from private.document_rule(p_property.country) law
  cross join lateral (values
    (case when law.image_months is not null and p_document.status <> 'rejected'
      then private.add_by_calendar(p_document.created_at, make_interval(months => law.image_months), p_property.timezone) end, 'law', 1),
    (case when p_document.status = 'verified' then p_document.reviewed_at + private.review_undo_time() end, 'verified', 2),
    (case when p_document.status = 'rejected' then p_document.reviewed_at + private.review_undo_time() end, 'rejected', 2),
    (private.document_days_end_at(p_booking, p_property), 'days_after_departure', 2),
    (case when p_booking.status in ('cancelled', 'no_show') then p_booking.updated_at + interval '1 day' end, 'stay_cancelled', 2)
  ) as clock (until, rule, rank)
  where clock.until is not null
  order by clock.rank, clock.until
  limit 1
$$;

-- Until when the law of the place wants the data of a stay, and at least to its end. Null: it does not say.
create function private.law_until(
  p_booking public.accom_bookings, p_property public.accom_properties, p_recorded_at timestamptz
)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case when law.fields_months is not null then greatest(
    private.add_by_calendar(
      case law.fields_after
        when 'arrival' then p_booking.check_in_date::timestamp at time zone p_property.timezone
        when 'departure' then private.document_stay_ends_at(p_booking, p_property.timezone)
        else p_recorded_at
      end,
      make_interval(months => law.fields_months), p_property.timezone
    ),
    private.document_stay_ends_at(p_booking, p_property.timezone)
  ) end
  from private.document_rule(p_property.country) law
$$;

-- When the fields go: after the time for which the law wants them, or else with the days of the place. Those of a stay that does
-- not take place go a day later.
create function private.fields_clock(
  p_document public.accom_guest_documents, p_booking public.accom_bookings, p_property public.accom_properties,
  out until timestamptz, out rule text
)
language sql
stable
set search_path = ''
as $$
  select
    case clock.rule
      when 'stay_cancelled' then p_booking.updated_at + interval '1 day'
      when 'law' then private.law_until(p_booking, p_property, p_document.created_at)
      else private.document_days_end_at(p_booking, p_property)
    end,
    clock.rule
  from private.document_rule(p_property.country) law
  cross join lateral (
    select case
      when p_booking.status in ('cancelled', 'no_show') then 'stay_cancelled'
      when law.fields_months is not null and p_document.status <> 'rejected' then 'law'
      else 'days_after_departure'
    end as rule
  ) clock
$$;

-- Definer: reads the booking and the place, whoever writes the document. A review that is taken back has no reviewer any more. The
-- picture goes with the fields at the latest, since those go with the whole document.
create function private.set_document_clocks()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  property public.accom_properties;
begin
  if new.status = 'pending' then
    new.reviewed_at := null;
    new.reviewed_by := null;
    new.rejection_reason := null;
    new.confirmed_fields := '{}';
  end if;
  if new.seen_at is null then
    new.seen_by := null;
  end if;
  select * into booking from public.accom_bookings b where b.id = new.booking_id;
  select * into property from public.accom_properties p where p.id = new.property_id;
  select * into new.fields_until, new.fields_rule from private.fields_clock(new, booking, property);
  if new.storage_path is null then
    new.image_until := null;
    new.image_rule := null;
  else
    select * into new.image_until, new.image_rule from private.image_clock(new, booking, property);
    if new.image_until > new.fields_until then
      new.image_until := new.fields_until;
      new.image_rule := new.fields_rule;
    end if;
  end if;
  return new;
end
$$;

create trigger accom_guest_documents_set_clocks
  before insert or update on public.accom_guest_documents
  for each row execute function private.set_document_clocks();

-- Definer: whoever changes a stay or a place writes no document. Their clocks run by its days, so they are set anew.
create function private.renew_document_clocks()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_table_name = 'accom_bookings' then
    update public.accom_guest_documents d set fields_rule = d.fields_rule where d.booking_id = new.id;
  else
    update public.accom_guest_documents d set fields_rule = d.fields_rule where d.property_id = new.id;
  end if;
  return null;
end
$$;

create trigger accom_bookings_renew_document_clocks
  after update on public.accom_bookings
  for each row when (
    old.check_in_date <> new.check_in_date or old.check_out_date <> new.check_out_date or old.status <> new.status
  )
  execute function private.renew_document_clocks();

create trigger accom_properties_renew_document_clocks
  after update on public.accom_properties
  for each row when (
    old.document_retention_days <> new.document_retention_days or old.timezone <> new.timezone or old.country <> new.country
  )
  execute function private.renew_document_clocks();

-- The documents of guests: passports, visas, IDs. What a document says and its picture are encrypted by the app's server before
-- they come here, each with a key of its own. The keys are wrapped by a key of the place, and that one by the master key, which no
-- database has. Erasing is dropping the wrapped key; the bytes in Storage are unreadable from then on.

create type public.document_status as enum ('pending', 'verified', 'rejected');

create table public.accom_guest_documents (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  booking_id uuid not null,
  -- Null: of the guest who booked.
  person_id uuid,
  document_type public.document_type not null,
  status public.document_status not null default 'pending',
  -- What warnings and lists need. Only where the law of the place lets it be kept.
  nationality text,
  visa_type text,
  visa_expiry_date date,
  -- The other fields, encrypted, with their wrapped key; and which ones they are.
  sealed_fields text,
  fields_key text,
  field_names text[] not null default '{}',
  -- A keyed hash of the number, by which the desk sees the same document twice. Nobody without the place's key can compute it.
  number_digest text,
  -- The picture: the name of its object, its wrapped key, how many pages it has. A new name for each try to store it.
  storage_path text,
  image_key text,
  pages smallint,
  file_size integer,
  -- The version of the place's key by which the keys are wrapped.
  key_version integer not null,
  -- Until when Storage takes the picture, and since when the document is complete. Only then anybody sees it.
  promised_until timestamptz not null default now() + interval '1 hour',
  stored_at timestamptz,
  -- The picture is gone, and since when.
  purged_at timestamptz,
  -- Until when each is kept, and the rule that says so (private.set_document_clocks).
  image_until timestamptz,
  image_rule text,
  fields_until timestamptz not null,
  fields_rule text not null,
  -- What the guest agreed to, in which language.
  consent_version text not null,
  consent_locale text not null,
  rejection_reason text,
  reviewed_at timestamptz,
  reviewed_by uuid references public.accounts (id) on delete restrict,
  -- Which fields the reviewer said agree, each by itself or all that were left at once. Of a verified one these are all.
  confirmed_fields text[] not null default '{}',
  -- Somebody of the desk saw the document itself.
  seen_at timestamptz,
  seen_by uuid references public.accounts (id) on delete restrict,
  -- The guest asks the place to erase it.
  erasure_asked_at timestamptz,
  -- While a reason stands here, nothing is erased by time.
  hold_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accom_guest_documents_id_and_property unique (id, property_id),
  constraint accom_guest_documents_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete restrict,
  -- Whoever has a document stays among the people of the booking: else it would become that of the guest who booked.
  constraint accom_guest_documents_person_of_booking foreign key (person_id, booking_id, property_id)
    references public.booking_people (id, booking_id, property_id) on delete restrict,
  constraint accom_guest_documents_path_is_unique unique (storage_path),
  constraint accom_guest_documents_texts_are_short check (
    nationality ~ '^[A-Z]{2}$' and length(visa_type) between 1 and 60 and length(sealed_fields) <= 4000
    and length(rejection_reason) between 1 and 500 and length(hold_reason) between 1 and 500
    and length(fields_key) <= 200 and length(image_key) <= 200 and length(number_digest) <= 100
    and length(consent_version) <= 100 and length(consent_locale) between 2 and 10
  ),
  constraint accom_guest_documents_visa_dates_are_sane check (
    visa_expiry_date >= '2000-01-01' and visa_expiry_date < '2200-01-01'
  ),
  constraint accom_guest_documents_pages_are_few check (pages between 1 and 4 and file_size between 1 and 10485760),
  constraint accom_guest_documents_rejections_have_a_reason check (
    (status = 'rejected') = (rejection_reason is not null) and (status = 'pending') = (reviewed_at is null)
  ),
  constraint accom_guest_documents_confirmed_fields_are_its_own check (
    confirmed_fields <@ field_names and cardinality(confirmed_fields) <= cardinality(field_names)
  ),
  -- No picture without its key, and no key without its picture.
  constraint accom_guest_documents_pictures_have_keys check (
    stored_at is null or num_nulls(storage_path, image_key, pages, file_size) in (0, 4)
  ),
  constraint accom_guest_documents_fields_have_keys check ((sealed_fields is null) = (fields_key is null)),
  constraint accom_guest_documents_witnesses_are_named check ((seen_at is null) = (seen_by is null))
);

create index accom_guest_documents_booking on public.accom_guest_documents (booking_id, property_id, created_at desc);
create index accom_guest_documents_person on public.accom_guest_documents (person_id, booking_id, property_id) where person_id is not null;
-- The desk's queue and its badge, the oldest first.
create index accom_guest_documents_waiting on public.accom_guest_documents (property_id, created_at)
  where status = 'pending' and stored_at is not null;
create index accom_guest_documents_list on public.accom_guest_documents (property_id, created_at desc, id desc);
create index accom_guest_documents_numbers on public.accom_guest_documents (property_id, number_digest)
  where number_digest is not null;
create index accom_guest_documents_visas on public.accom_guest_documents (visa_expiry_date) where visa_expiry_date is not null;
create index accom_guest_documents_image_due on public.accom_guest_documents (image_until) where image_until is not null;
create index accom_guest_documents_fields_due on public.accom_guest_documents (fields_until);
create index accom_guest_documents_unfinished on public.accom_guest_documents (promised_until) where stored_at is null;
create index accom_guest_documents_reviewer on public.accom_guest_documents (reviewed_by);
create index accom_guest_documents_witness on public.accom_guest_documents (seen_by);

create trigger accom_guest_documents_touch_updated_at
  before update on public.accom_guest_documents
  for each row execute function private.touch_updated_at();

-- Nothing of the document itself, but which fields were confirmed: an entry of the log is never deleted.
create trigger accom_guest_documents_steps
  after update on public.accom_guest_documents
  for each row when (old.stored_at is not null) execute function private.audit_step('staff', 'status', 'seen_at', 'confirmed_fields');

-- No policy and no grant: functions alone reach it, each with the check of who sees documents.
alter table public.accom_guest_documents enable row level security;

-- The key of a place by which those of its documents are wrapped, itself wrapped by a master key. Rotation adds a version.
create table public.document_keys (
  property_id uuid not null references public.accom_properties (id) on delete restrict,
  version integer not null default 1,
  wrapped_key text not null,
  -- Which master key wrapped it.
  master_key_id text not null,
  created_at timestamptz not null default now(),
  primary key (property_id, version),
  constraint document_keys_have_their_form check (
    length(wrapped_key) between 40 and 400 and master_key_id ~ '^[a-zA-Z0-9_-]{1,40}$'
  )
);

create index document_keys_master on public.document_keys (master_key_id);

alter table public.document_keys enable row level security;

-- The key of a place as the apps' servers take it.
create function private.describe_key(p_key public.document_keys)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('version', p_key.version, 'wrappedKey', p_key.wrapped_key, 'masterKeyId', p_key.master_key_id)
$$;

-- What was erased, without a word of what it said. An entry is never changed, but for when Storage was seen to have the object no
-- more, and when managers were told that it still has it.
create table public.document_erasures (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete restrict,
  document_id uuid not null,
  booking_id uuid not null,
  -- 'image', 'fields', or 'upload': a try that came to nothing.
  part text not null,
  rule text not null,
  -- What a person gave as the reason.
  reason text,
  actor public.audit_actor not null,
  account_id uuid references public.accounts (id) on delete restrict,
  storage_path text,
  erased_at timestamptz not null default now(),
  verified_gone_at timestamptz,
  warned_at timestamptz,
  constraint document_erasures_part_is_known check (part in ('image', 'fields', 'upload')),
  constraint document_erasures_reason_is_short check (length(reason) <= 500)
);

create index document_erasures_property on public.document_erasures (property_id, erased_at desc);
create index document_erasures_document on public.document_erasures (document_id, erased_at desc);
create index document_erasures_booking on public.document_erasures (booking_id, erased_at desc);
create index document_erasures_account on public.document_erasures (account_id);
create index document_erasures_unverified on public.document_erasures (erased_at)
  where storage_path is not null and verified_gone_at is null and warned_at is null;
create index document_erasures_path on public.document_erasures (storage_path) where storage_path is not null;

alter table public.document_erasures enable row level security;

-- Definer: raises unless the caller is a member of at least this role who sees documents.
create function private.require_sight_of_documents(p_property_id uuid, p_minimum_role public.member_role default 'staff')
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not (private.require_membership(p_property_id, p_minimum_role)).sees_documents then
    perform private.raise_api_error(403, 'forbidden');
  end if;
end
$$;

-- What is asked of guests at a place: its mode, the fields that it keeps by its own choice and its law's, and how long. The version
-- changes with whatever a guest agrees to.
create function private.describe_document_policy(p_property public.accom_properties)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select policy || jsonb_build_object('consentVersion', '1.' || left(md5(policy::text), 8))
  from (
    select jsonb_build_object(
      'mode', p_property.access_settings ->> 'documents',
      'country', p_property.country,
      'fields', to_jsonb(kept.fields),
      'leadFields', to_jsonb(rule.lead_fields),
      'daysAfterDeparture', p_property.document_retention_days,
      'imageMonths', rule.image_months,
      'fieldsMonths', rule.fields_months,
      'fieldsAfter', rule.fields_after,
      'mustBeSeen', rule.must_be_seen
    ) as policy
    from private.document_rule(p_property.country) rule
    cross join lateral (
      select coalesce(array_agg(f.name order by f.position), '{}') as fields
      from unnest(rule.fields) with ordinality f (name, position)
      where f.name = any (coalesce(p_property.document_fields, rule.fields))
    ) kept
  ) described
$$;

-- Which fields of a document are kept: some are for the guest who booked alone.
create function private.list_kept_fields(p_policy jsonb, p_is_lead boolean)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select coalesce(array_agg(f.name), '{}') from jsonb_array_elements_text(p_policy -> 'fields') f (name)
  where p_is_lead or not (p_policy -> 'leadFields') ? f.name
$$;

-- A moment that is later by the calendar of the place: its days may have 23 or 25 hours, and its months end at another moment than
-- those of the server's time zone.
create function private.add_by_calendar(p_at timestamptz, p_time interval, p_timezone text)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  select ((p_at at time zone p_timezone) + p_time) at time zone p_timezone
$$;

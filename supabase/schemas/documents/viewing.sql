-- How a document is looked at. Each look is written to the log before anything of it leaves the database, and its guest reads that.

-- The right to load one page of a picture, once and within five minutes.
create table public.document_grants (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  document_id uuid not null,
  account_id uuid not null references public.accounts (id) on delete cascade,
  page smallint not null,
  expires_at timestamptz not null default now() + interval '5 minutes',
  used_at timestamptz,
  constraint document_grants_document_of_property foreign key (document_id, property_id)
    references public.accom_guest_documents (id, property_id) on delete cascade,
  constraint document_grants_page_is_sane check (page between 1 and 4)
);

create index document_grants_document on public.document_grants (document_id, property_id);
create index document_grants_account on public.document_grants (account_id, used_at);
create index document_grants_age on public.document_grants (expires_at);

alter table public.document_grants enable row level security;

-- The keys with which the app's server opens what it got from here.
create function private.describe_document_key(p_document public.accom_guest_documents)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.describe_key(k)
  from public.document_keys k
  where k.property_id = p_document.property_id and k.version = p_document.key_version
$$;

-- How long one look goes on: an open screen reads its document again whenever something changes at the place.
create function private.look_time()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '15 minutes'
$$;

-- Writes to the log that the caller looks at a document.
create function private.log_look(p_document public.accom_guest_documents)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.write_audit(p_document.property_id, 'document_viewed', 'accom_guest_documents', p_document.id, '{}');
$$;

-- Definer: logs a look at a document, unless a look of the same person has begun so recently that this is
-- still the same one. Nobody reads one without an entry of their own that is that young.
create function private.note_look(p_document public.accom_guest_documents)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from public.audit_log l
    where l.row_id = p_document.id and l.created_at > now() - private.look_time()
      and l.action = 'document_viewed' and l.account_id = private.current_account_id()
  ) then
    perform private.log_look(p_document);
  end if;
end
$$;

-- Definer, to authenticated: one document with its sealed fields, and a grant for each page of its picture. A picture past its time is
-- not shown, whether it was erased yet or not.
create function public.open_document(property_id uuid, document_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document constant public.accom_guest_documents := private.lock_document(open_document.property_id, open_document.document_id);
  grants jsonb := '[]';
begin
  perform private.note_look(document);
  if document.storage_path is not null and (document.image_until > now() or document.hold_reason is not null) then
    with made as (
      insert into public.document_grants (property_id, document_id, account_id, page)
        select document.property_id, document.id, private.current_account_id(), page
        from generate_series(1, document.pages) page
        returning id, page
    )
    select jsonb_agg(made.id order by made.page) into grants from made;
  end if;
  return private.describe_document(document) || jsonb_build_object(
    'sealedFields', document.sealed_fields, 'fieldsKey', document.fields_key, 'key', private.describe_document_key(document),
    'grants', grants, 'guestLocale', document.consent_locale,
    'views', private.list_document_views(document.id)
  );
end
$$;
grant execute on function public.open_document(uuid, uuid) to authenticated;

-- Definer, to authenticated: uses a grant. It is the caller's own, not used yet and not past its time. Returns where the object is and
-- the keys of it; a grant that opens nothing is not found.
create function public.use_document_grant(property_id uuid, grant_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  used public.document_grants;
  document public.accom_guest_documents;
begin
  perform private.require_sight_of_documents(use_document_grant.property_id);
  update public.document_grants g set used_at = now()
    where g.id = use_document_grant.grant_id and g.property_id = use_document_grant.property_id
      and g.account_id = private.current_account_id() and g.used_at is null and g.expires_at > now()
    returning * into used;
  select * into document from public.accom_guest_documents d
    where d.id = used.document_id and d.storage_path is not null and (d.image_until > now() or d.hold_reason is not null)
    for share;
  if document.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  perform private.write_audit(document.property_id, 'document_image_viewed', 'accom_guest_documents', document.id, '{}');
  return jsonb_build_object(
    'documentId', document.id, 'path', document.storage_path, 'imageKey', document.image_key, 'page', used.page,
    'key', private.describe_document_key(document),
    'viewer', (select private.name_account(a) from public.accounts a where a.id = used.account_id),
    'viewedAt', private.format_instant(now()),
    'timezone', (select p.timezone from public.accom_properties p where p.id = document.property_id)
  );
end
$$;
grant execute on function public.use_document_grant(uuid, uuid) to authenticated;

-- Definer: looks the grant up for the policy below.
create function private.is_document_granted(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.accom_guest_documents d
    join public.document_grants g on g.document_id = d.id
    join public.property_members m on m.property_id = d.property_id and m.account_id = g.account_id
    where d.storage_path = p_name and d.stored_at is not null
      and (d.image_until > now() or d.hold_reason is not null)
      and g.account_id = private.current_account_id() and g.used_at > now() - interval '1 minute'
      and m.role >= 'staff' and m.sees_documents
  )
$$;
grant execute on function private.is_document_granted(text) to authenticated;

-- Who has just used a grant downloads the object, which is encrypted. No policy lets anybody list, sign or copy one.
create policy "who has used a grant downloads that object" on storage.objects
  for select to authenticated
  using (
    bucket_id = 'guest-documents'
    and storage.allow_only_operation('object.get_authenticated')
    and private.is_document_granted(name)
  );

-- For the sweep: deletes grants a day after their end. Returns how many.
create function private.drop_old_document_grants()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.document_grants g where g.expires_at <= now() - interval '1 day';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

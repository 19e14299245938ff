-- How a guest's document comes in: a row that nobody sees, then its object in Storage, then the row is complete. Whatever is cut off
-- in between is erased an hour later.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('guest-documents', 'guest-documents', false, 10485760, '{application/octet-stream}')
on conflict (id) do nothing;

-- Definer: guest_api reads no table, and the policy below has to look the path up.
create function private.is_promised_document(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.accom_guest_documents d
    where d.storage_path = p_name and d.stored_at is null and d.promised_until > now()
  )
$$;
grant execute on function private.is_promised_document(text) to guest_api;

-- Only what a document announced, and only until it is complete. No policy lets guest_api read, list, replace or delete an object.
create policy "the stays server stores pictures of documents" on storage.objects
  for insert to guest_api
  with check (bucket_id = 'guest-documents' and private.is_promised_document(name));

-- The key of a place: the offered one, if there is none yet. Of two first documents at once both get the same.
create function private.take_document_key(p_property_id uuid, p_offered jsonb)
returns public.document_keys
language plpgsql
volatile
set search_path = ''
as $$
declare
  newest public.document_keys;
begin
  select * into newest from public.document_keys k where k.property_id = p_property_id order by k.version desc limit 1;
  if newest.property_id is null then
    insert into public.document_keys (property_id, wrapped_key, master_key_id)
      values (p_property_id, p_offered ->> 'wrappedKey', p_offered ->> 'masterKeyId')
      on conflict do nothing;
    select * into newest from public.document_keys k where k.property_id = p_property_id order by k.version desc limit 1;
  end if;
  return newest;
end
$$;

-- What may be done with the documents of a stay. Returns the refusal, or null. A guest session has no booking to which a document
-- could belong.
create function private.refuse_document(p_booking public.accom_bookings, p_property public.accom_properties, p_has_picture boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_booking.id is null then private.refuse('illegal_step', '{"reason": "documents_need_a_booking"}')
    when mode = 'off' then private.refuse('illegal_step', '{"reason": "documents_are_off"}')
    when mode = 'fields_only' and p_has_picture then private.refuse('illegal_step', '{"reason": "no_pictures_here"}')
    when mode = 'image' and not p_has_picture then private.refuse('illegal_step', '{"reason": "picture_is_missing"}')
  end
  from (select p_property.access_settings ->> 'documents' as mode) asked
$$;

-- The person of a document: one of the booking's, or somebody whom the guest names now. Null in `id` and false: nobody such.
create function private.take_document_person(
  p_booking public.accom_bookings, p_person_id uuid, p_new_person jsonb, out id uuid, out is_known boolean
)
language plpgsql
volatile
set search_path = ''
as $$
begin
  is_known := true;
  if p_person_id is not null then
    select p.id into id from public.booking_people p where p.id = p_person_id and p.booking_id = p_booking.id;
    is_known := found;
  elsif p_new_person is not null then
    -- Two people at once get different places.
    perform from public.accom_bookings b where b.id = p_booking.id for update;
    select p.id into id from public.booking_people p
      where p.booking_id = p_booking.id and lower(p.name) = lower(btrim(p_new_person ->> 'name'));
    if found then
      return;
    end if;
    insert into public.booking_people (property_id, booking_id, name, is_child, position)
      select p_booking.property_id, p_booking.id, btrim(p_new_person ->> 'name'),
        coalesce((p_new_person ->> 'isChild')::boolean, false), coalesce(max(p.position), 0) + 1
      from public.booking_people p where p.booking_id = p_booking.id
      returning booking_people.id into id;
  end if;
exception when check_violation or not_null_violation or invalid_text_representation then
  is_known := false;
end
$$;

-- Definer, to guest_api: announces a document. `document`: { documentType, personId?, newPerson?: { name, isChild }, nationality?,
-- visaType?, visaExpiryDate?, consentVersion, consentLocale }. Returns its id, the place's key, which fields may be kept, and the path
-- under which the picture may be stored, a fresh one for each try: of two uploads of one path that overlap, Storage may keep either.
-- A request that is sent again under its key goes on with the same document; `document` in the response means it is complete.
create function public.begin_guest_document(
  subject jsonb, document jsonb, has_picture boolean, offered_key jsonb, idempotency_key text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  policy jsonb;
  refusal jsonb;
  person record;
  kept text[];
  scope text;
  earlier record;
  key public.document_keys;
  announced public.accom_guest_documents;
  seconds integer;
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  if not private.is_request_key(idempotency_key) or has_picture is null then
    return private.refuse('invalid_request');
  end if;
  refusal := private.refuse_document(stay.booking, stay.property, has_picture);
  if refusal is not null then
    return refusal;
  end if;
  policy := private.describe_document_policy(stay.property);
  scope := 'document:' || stay.id;
  select * into earlier from private.find_request(scope, idempotency_key, document);
  if earlier.is_conflict then
    return private.refuse('conflict', '{"reason": "key_was_used_for_another_document"}');
  end if;
  select * into announced from public.accom_guest_documents d where d.id = earlier.made_id for update;
  if announced.stored_at is not null then
    return jsonb_build_object('ok', true, 'document', private.describe_own_document(announced));
  end if;
  seconds := private.take_hit('document:' || stay.id, 5, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  if document ->> 'consentVersion' is distinct from policy ->> 'consentVersion' then
    return private.refuse('conflict', '{"reason": "consent_changed"}');
  end if;
  if announced.id is null then
    if (select count(*) from public.accom_guest_documents d where d.booking_id = (stay.booking).id) >= 60 then
      return private.refuse('illegal_step', '{"reason": "too_many_documents"}');
    end if;
    select * into person from private.take_document_person(
      stay.booking, (document ->> 'personId')::uuid, document -> 'newPerson'
    );
    if not person.is_known then
      return private.refuse('invalid_request');
    end if;
    kept := private.list_kept_fields(policy, person.id is null);
    key := private.take_document_key((stay.property).id, offered_key);
    insert into public.accom_guest_documents (
      property_id, booking_id, person_id, document_type, nationality, visa_type, visa_expiry_date, key_version,
      consent_version, consent_locale
    ) values (
      (stay.property).id, (stay.booking).id, person.id, (document ->> 'documentType')::public.document_type,
      case when 'nationality' = any (kept) then document ->> 'nationality' end,
      case when 'visaType' = any (kept) then document ->> 'visaType' end,
      case when 'visaExpiryDate' = any (kept) then (document ->> 'visaExpiryDate')::date end,
      key.version, document ->> 'consentVersion', document ->> 'consentLocale'
    ) returning * into announced;
    perform private.record_request(scope, idempotency_key, document, announced.id);
  else
    kept := private.list_kept_fields(policy, announced.person_id is null);
    select * into key from public.document_keys k
      where k.property_id = announced.property_id and k.version = announced.key_version;
    perform private.queue_document_object(announced.storage_path);
  end if;
  update public.accom_guest_documents d
    set promised_until = now() + interval '1 hour',
      storage_path = case when has_picture then d.property_id || '/' || d.booking_id || '/' || gen_random_uuid() end
    where d.id = announced.id
    returning * into announced;
  return jsonb_build_object(
    'ok', true, 'id', announced.id, 'propertyId', announced.property_id, 'path', announced.storage_path, 'keptFields', kept,
    'key', private.describe_key(key)
  );
exception
  -- The last one: the person was taken off the booking at this moment.
  when invalid_text_representation or check_violation or not_null_violation or datetime_field_overflow or invalid_datetime_format
    or foreign_key_violation
  then
    return private.refuse('invalid_request');
end
$$;
grant execute on function public.begin_guest_document(jsonb, jsonb, boolean, jsonb, text) to guest_api;

-- Definer, to guest_api: the document is complete. `sealed`: { path?, imageKey?, pages?, bytes?, fields?, fieldsKey?, fieldNames?,
-- numberDigest? }. The picture has to be in Storage under the path of this try: another try has replaced it otherwise.
create function public.finish_guest_document(subject jsonb, document_id uuid, sealed jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_guest_documents;
  policy jsonb;
  names text[];
begin
  select * into stay from private.find_subject(subject);
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  select * into own from public.accom_guest_documents d
    where d.id = finish_guest_document.document_id and d.booking_id = (stay.booking).id
    for update;
  if own.id is null or (own.stored_at is null and own.storage_path is distinct from sealed ->> 'path') then
    return private.refuse('not_found');
  end if;
  if own.stored_at is not null then
    return jsonb_build_object('ok', true, 'document', private.describe_own_document(own));
  end if;
  if own.storage_path is not null and not exists (
    select from storage.objects o where o.bucket_id = 'guest-documents' and o.name = own.storage_path
  ) then
    return private.refuse('unavailable');
  end if;
  policy := private.describe_document_policy(stay.property);
  names := array(select jsonb_array_elements_text(coalesce(sealed -> 'fieldNames', '[]')));
  -- The place asks for something else since the document was announced, or the server is not ours.
  if own.consent_version is distinct from policy ->> 'consentVersion'
    or not names <@ private.list_kept_fields(policy, own.person_id is null)
  then
    return private.refuse('conflict', '{"reason": "consent_changed"}');
  end if;
  update public.accom_guest_documents d
    set stored_at = now(), image_key = sealed ->> 'imageKey', pages = (sealed ->> 'pages')::smallint,
      file_size = (sealed ->> 'bytes')::integer, sealed_fields = sealed ->> 'fields', fields_key = sealed ->> 'fieldsKey',
      field_names = names,
      -- Where the number may not be kept, no hash of it is either.
      number_digest = case when 'documentNumber' = any (names) then sealed ->> 'numberDigest' end
    where d.id = own.id
    returning * into own;
  perform private.write_audit(own.property_id, 'document_added', 'accom_guest_documents', own.id, '{}');
  perform private.notify(own.property_id, 'document_new', own.id);
  return jsonb_build_object('ok', true, 'document', private.describe_own_document(own));
exception when invalid_text_representation or check_violation or not_null_violation or numeric_value_out_of_range then
  return private.refuse('invalid_request');
end
$$;
grant execute on function public.finish_guest_document(jsonb, uuid, jsonb) to guest_api;

-- Definer, to guest_api: called before the server reads and decodes a picture, which is what costs. Refuses a stay that may not add
-- one, and more than ten calls a minute.
create function public.admit_guest_document(subject jsonb)
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
  if stay.state is distinct from 'live' then
    return private.refuse_writing(stay.state, (stay.booking).check_in_date);
  end if;
  if private.refuse_document(stay.booking, stay.property, true) is not null then
    return private.refuse_document(stay.booking, stay.property, true);
  end if;
  seconds := private.take_hit('document-file:' || stay.id, 10, '1 minute');
  return case when seconds > 0 then private.refuse_for_now(seconds) else '{"ok": true}' end;
end
$$;
grant execute on function public.admit_guest_document(jsonb) to guest_api;

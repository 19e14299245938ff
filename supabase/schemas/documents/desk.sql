-- What the desk writes down from a document in its hand, for example read by a scanner. It is checked and seen in person at once, and has
-- no picture.

-- Definer, to authenticated: what a member of the desk needs before: the fields that may be kept of the guest who booked and of the others,
-- and the key of the place, the offered one if there is none yet.
create function public.prepare_desk_document(property_id uuid, offered_key jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  property public.accom_properties;
  key public.document_keys;
begin
  perform private.require_sight_of_documents(prepare_desk_document.property_id);
  select * into property from public.accom_properties p where p.id = prepare_desk_document.property_id;
  key := private.take_document_key(property.id, offered_key);
  return jsonb_build_object(
    'policy', private.describe_document_policy(property),
    'key', private.describe_key(key)
  );
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.prepare_desk_document(uuid, jsonb) to authenticated;

-- Definer, to authenticated: adds it. `document`: { id, documentType, personId?, nationality?, visaType?, visaExpiryDate?, keyVersion };
-- `sealed`: { fields?, fieldsKey?, fieldNames, numberDigest? }. Only for a stay that is on or to come. Sent twice it is one document.
create function public.add_desk_document(property_id uuid, booking_id uuid, document jsonb, sealed jsonb)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  property public.accom_properties;
  person uuid;
  names text[];
  made uuid;
begin
  perform private.require_sight_of_documents(add_desk_document.property_id);
  -- Here, and not where they are declared: what has another form is refused below.
  person := (document ->> 'personId')::uuid;
  names := array(select jsonb_array_elements_text(coalesce(sealed -> 'fieldNames', '[]')));
  select * into booking from public.accom_bookings b
    where b.id = add_desk_document.booking_id and b.property_id = add_desk_document.property_id;
  if booking.id is null or (person is not null and not exists (
    select from public.booking_people p where p.id = person and p.booking_id = booking.id
  )) then
    perform private.raise_api_error(404, 'not_found');
  end if;
  if booking.status not in ('confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_over"}');
  end if;
  select * into property from public.accom_properties p where p.id = booking.property_id;
  if property.access_settings ->> 'documents' = 'off' then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "documents_are_off"}');
  end if;
  if not names <@ private.list_kept_fields(private.describe_document_policy(property), person is null) then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  insert into public.accom_guest_documents as own (
    id, property_id, booking_id, person_id, document_type, status, nationality, visa_type, visa_expiry_date, sealed_fields, fields_key,
    field_names, confirmed_fields, number_digest, key_version, stored_at, consent_version, consent_locale, reviewed_at, reviewed_by,
    seen_at, seen_by
  ) values (
    (document ->> 'id')::uuid, booking.property_id, booking.id, person, (document ->> 'documentType')::public.document_type, 'verified',
    case when 'nationality' = any (names) then document ->> 'nationality' end,
    case when 'visaType' = any (names) then document ->> 'visaType' end,
    case when 'visaExpiryDate' = any (names) then (document ->> 'visaExpiryDate')::date end,
    sealed ->> 'fields', sealed ->> 'fieldsKey', names, names,
    -- Where the number may not be kept, no hash of it is either.
    case when 'documentNumber' = any (names) then sealed ->> 'numberDigest' end, (document ->> 'keyVersion')::integer,
    -- Nobody agreed to anything: the desk registers by the rule of the place.
    now(), 'desk', 'en', now(), private.current_account_id(), now(), private.current_account_id()
  )
  -- Whoever did not see the response may have corrected something before they sent the form again.
  on conflict (id) do update set
    person_id = excluded.person_id, document_type = excluded.document_type, nationality = excluded.nationality,
    visa_type = excluded.visa_type, visa_expiry_date = excluded.visa_expiry_date, sealed_fields = excluded.sealed_fields,
    fields_key = excluded.fields_key, field_names = excluded.field_names, confirmed_fields = excluded.confirmed_fields,
    number_digest = excluded.number_digest, key_version = excluded.key_version
  where own.booking_id = excluded.booking_id and own.consent_version = 'desk' and own.reviewed_by = excluded.reviewed_by
    and own.sealed_fields is not null and own.erasure_asked_at is null and own.hold_reason is null
  returning own.id into made;
  if made is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  perform private.write_audit(booking.property_id, 'document_written', 'accom_guest_documents', made, '{}');
  return made;
exception
  when invalid_text_representation or invalid_parameter_value or numeric_value_out_of_range or check_violation or not_null_violation
    or datetime_field_overflow or invalid_datetime_format then
    perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.add_desk_document(uuid, uuid, jsonb, jsonb) to authenticated;

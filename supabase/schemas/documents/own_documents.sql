-- What guests read of their own documents.

-- Who looked at a document, and when, newest first. What a guest may know of the team is a name.
create function private.list_document_views(p_document_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('by', v.name, 'at', private.format_instant(v.at)) order by v.at desc), '[]')
  from (
    select coalesce(nullif(a.display_name, ''), '') as name, max(l.created_at) as at
    from public.audit_log l join public.accounts a on a.id = l.account_id
    where l.row_id = p_document_id and l.action in ('document_viewed', 'document_image_viewed')
    group by a.id, date_trunc('hour', l.created_at)
    order by max(l.created_at) desc
    limit 20
  ) v
$$;

-- A document as its guest sees it: never what it says.
create function private.describe_own_document(p_document public.accom_guest_documents)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_document.id, 'documentType', p_document.document_type, 'status', p_document.status,
    'personId', p_document.person_id,
    'hasPicture', p_document.storage_path is not null,
    'fieldNames', to_jsonb(p_document.field_names),
    'rejectionReason', p_document.rejection_reason,
    'createdAt', private.format_instant(p_document.created_at),
    'pictureUntil', private.format_instant(p_document.image_until),
    'pictureRule', p_document.image_rule,
    'pictureErasedAt', private.format_instant(p_document.purged_at),
    'fieldsUntil', private.format_instant(p_document.fields_until),
    'fieldsRule', p_document.fields_rule,
    'erasureAskedAt', private.format_instant(p_document.erasure_asked_at),
    'isHeld', p_document.hold_reason is not null,
    'views', private.list_document_views(p_document.id)
  )
$$;

-- Definer, to guest_api: the documents of one's own booking, what the place asks for, and whose they can be. A stay that is over is
-- still read: it says when each of them will be gone.
create function public.list_own_documents(subject jsonb)
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
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  return jsonb_build_object(
    'ok', true,
    'policy', private.describe_document_policy(stay.property) || jsonb_build_object(
      'place', (stay.property).name,
      'email', nullif((stay.property).contact_email, ''),
      'phone', nullif((stay.property).contact_phone, ''),
      'canAdd', (stay.booking).id is not null and stay.state = 'live' and (stay.property).access_settings ->> 'documents' <> 'off'
    ),
    'people', case when (stay.booking).id is null then '[]' else private.describe_people((stay.booking).id) end,
    'documents', (
      select coalesce(jsonb_agg(private.describe_own_document(d) order by d.created_at desc, d.id), '[]')
      from public.accom_guest_documents d
      where d.booking_id = (stay.booking).id and d.stored_at is not null
    )
  );
end
$$;
grant execute on function public.list_own_documents(jsonb) to guest_api;

-- The visa that counts for one person of a booking: the one that ends last. Of all people, the one whose visa ends first.
create function private.find_visa(p_booking_id uuid)
returns public.accom_guest_documents
language sql
stable
set search_path = ''
as $$
  select d from (
    select distinct on (v.person_id) v.* from public.accom_guest_documents v
    where v.booking_id = p_booking_id and v.visa_expiry_date is not null and v.stored_at is not null and v.status <> 'rejected'
    order by v.person_id, v.visa_expiry_date desc, v.id
  ) latest
  join public.accom_guest_documents d on d.id = latest.id
  order by d.visa_expiry_date, d.id
  limit 1
$$;

-- Definer, to guest_api: until when the visas of one's own party are valid, by the first that ends, and whether that is before the
-- last day of the stay. Null without one, and where the law of the place lets no end be kept.
create function public.get_visa_status(subject jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  stay record;
  visa public.accom_guest_documents;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  visa := private.find_visa((stay.booking).id);
  return jsonb_build_object('ok', true, 'visa', case when visa.id is not null then jsonb_build_object(
    'expiryDate', visa.visa_expiry_date,
    'daysRemaining', visa.visa_expiry_date - (now() at time zone (stay.property).timezone)::date,
    'endsBeforeCheckOut', visa.visa_expiry_date < (stay.booking).check_out_date,
    'personId', visa.person_id
  ) end);
end
$$;
grant execute on function public.get_visa_status(jsonb) to guest_api;

-- Definer, to guest_api: a guest asks the place to erase a document that it has checked. The desk answers with what it may.
create function public.ask_for_erasure(subject jsonb, document_id uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  stay record;
  own public.accom_guest_documents;
begin
  select * into stay from private.find_subject(subject);
  if private.refuse_reading(stay.state) is not null then
    return private.refuse_reading(stay.state);
  end if;
  select * into own from public.accom_guest_documents d
    where d.id = ask_for_erasure.document_id and d.booking_id = (stay.booking).id and d.stored_at is not null
    for update;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  if own.erasure_asked_at is null then
    update public.accom_guest_documents d set erasure_asked_at = now() where d.id = own.id returning * into own;
    perform private.notify(own.property_id, 'document_erasure', own.id);
  end if;
  return jsonb_build_object('ok', true, 'document', private.describe_own_document(own));
end
$$;
grant execute on function public.ask_for_erasure(jsonb, uuid) to guest_api;

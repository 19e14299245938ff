-- What the desk does with documents: members of staff who see documents, and nobody else.

-- The name of whose document it is, for the desk.
create function private.name_of_document(p_document public.accom_guest_documents)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (select p.name from public.booking_people p where p.id = p_document.person_id),
    (select b.guest_name from public.accom_bookings b where b.id = p_document.booking_id)
  )
$$;

-- A document in the desk's lists: never what it says. `looksLike`: how many others of the place have the same number.
create function private.describe_document(p_document public.accom_guest_documents)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_document.id, 'bookingId', p_document.booking_id, 'documentType', p_document.document_type,
    'status', p_document.status, 'name', private.name_of_document(p_document), 'personId', p_document.person_id,
    'isChild', coalesce((select p.is_child from public.booking_people p where p.id = p_document.person_id), false),
    'room', (select r.room_number from public.accom_rooms r where r.id = b.room_id),
    'bookingCode', b.booking_code, 'checkIn', b.check_in_date, 'checkOut', b.check_out_date, 'stayStatus', b.status,
    'pages', coalesce(p_document.pages, 0), 'fieldNames', to_jsonb(p_document.field_names),
    'nationality', p_document.nationality, 'visaType', p_document.visa_type, 'visaExpiryDate', p_document.visa_expiry_date,
    'createdAt', p_document.created_at, 'version', p_document.updated_at,
    'rejectionReason', p_document.rejection_reason, 'reviewedAt', p_document.reviewed_at,
    'confirmedFields', to_jsonb(p_document.confirmed_fields),
    'reviewedBy', (select private.name_account(a) from public.accounts a where a.id = p_document.reviewed_by),
    'seenAt', p_document.seen_at,
    'seenBy', (select private.name_account(a) from public.accounts a where a.id = p_document.seen_by),
    'imageUntil', p_document.image_until, 'imageRule', p_document.image_rule, 'imageErasedAt', p_document.purged_at,
    'imageErasedRule', (
      select e.rule from public.document_erasures e
      where e.document_id = p_document.id and e.part = 'image' order by e.erased_at desc limit 1
    ),
    'fieldsUntil', p_document.fields_until, 'fieldsRule', p_document.fields_rule,
    'erasureAskedAt', p_document.erasure_asked_at, 'holdReason', p_document.hold_reason,
    'sameNumber', case when p_document.number_digest is null then '[]' else (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', other.id, 'bookingId', other.booking_id, 'name', private.name_of_document(other)
      ) order by other.created_at desc), '[]')
      from (
        select * from public.accom_guest_documents o
        where o.property_id = p_document.property_id and o.number_digest = p_document.number_digest
          and o.id <> p_document.id and o.stored_at is not null
        order by o.created_at desc
        limit 5
      ) other
    ) end
  )
  from public.accom_bookings b where b.id = p_document.booking_id
$$;

-- Definer, to authenticated: the documents of a place, those that wait first and the oldest of them first, then the others, the newest
-- first; or those of one booking. A hundred at most, after the ones that are skipped.
create function public.list_documents(
  property_id uuid, booking_id uuid default null, status public.document_status default null, skipped integer default 0
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_sight_of_documents(list_documents.property_id);
  return (
    select coalesce(jsonb_agg(private.describe_document(one.document) order by one.place), '[]')
    from (
      select d as document, row_number() over (
        order by d.status = 'pending' desc, case when d.status = 'pending' then d.created_at end, d.created_at desc, d.id
      ) as place
      from public.accom_guest_documents d
      where d.property_id = list_documents.property_id and d.stored_at is not null
        and (list_documents.booking_id is null or d.booking_id = list_documents.booking_id)
        and (list_documents.status is null or d.status = list_documents.status)
      order by place
      offset greatest(list_documents.skipped, 0) limit 101
    ) one
  );
end
$$;
grant execute on function public.list_documents(uuid, uuid, public.document_status, integer) to authenticated;

-- Definer: a document that the caller may see, at one place. What another place has is not found.
create function private.lock_document(p_property_id uuid, p_document_id uuid)
returns public.accom_guest_documents
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document public.accom_guest_documents;
begin
  perform private.require_sight_of_documents(p_property_id);
  select * into document from public.accom_guest_documents d
    where d.id = p_document_id and d.property_id = p_property_id and d.stored_at is not null
    for update;
  if document.id is null then
    perform private.raise_api_error(404, 'not_found');
  end if;
  return document;
end
$$;

-- Definer, to authenticated: the desk has checked a document. `version` is the one that it looked at: of two who review at once the
-- second learns what the first has done. `confirmed` are the fields that it says agree, each by itself or all that are left at once: all of them where it is verified.
create function public.review_document(
  property_id uuid, document_id uuid, version timestamptz, status public.document_status, reason text default null,
  confirmed text[] default '{}'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document constant public.accom_guest_documents :=
    private.lock_document(review_document.property_id, review_document.document_id);
  why constant text := nullif(btrim(review_document.reason), '');
begin
  if date_trunc('milliseconds', document.updated_at) <> date_trunc('milliseconds', review_document.version) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "changed_meanwhile"}');
  end if;
  perform private.require_step(
    document.status = 'pending' and review_document.status <> 'pending', document.status::text, review_document.status::text
  );
  if (review_document.status = 'rejected') <> (why is not null) or length(why) > 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rejection_needs_a_reason"}');
  end if;
  if not coalesce(review_document.confirmed <@ document.field_names, false) then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  if review_document.status = 'verified' and not review_document.confirmed @> document.field_names then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "fields_are_unconfirmed"}');
  end if;
  update public.accom_guest_documents d
    set status = review_document.status, rejection_reason = why, reviewed_at = now(),
      reviewed_by = private.current_account_id(),
      -- Each once, in the order of the document.
      confirmed_fields = array(
        select f.name from unnest(d.field_names) with ordinality f (name, position)
        where f.name = any (review_document.confirmed) order by f.position
      )
    where d.id = document.id;
end
$$;
grant execute on function public.review_document(uuid, uuid, timestamptz, public.document_status, text, text[]) to authenticated;

-- Definer: the member whose transaction this is may write no notification. It is a trigger, so that a review that is undone waits for
-- the desk again. Which visa of a guest decides may change with a review.
create function private.settle_document()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.settle('{document_new}', new.id, new.status <> 'pending');
  perform private.settle_visa_warnings(new.property_id);
  return null;
end
$$;

create trigger accom_guest_documents_settle
  after update of status on public.accom_guest_documents
  for each row when (old.status <> new.status) execute function private.settle_document();

-- Definer, to authenticated: somebody of the desk has seen the document itself, in the guest's hand. It is an event of its own: a
-- picture alone never is that.
create function public.see_document(property_id uuid, document_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document constant public.accom_guest_documents := private.lock_document(see_document.property_id, see_document.document_id);
begin
  if document.seen_at is null then
    update public.accom_guest_documents d set seen_at = now(), seen_by = private.current_account_id() where d.id = document.id;
  end if;
end
$$;
grant execute on function public.see_document(uuid, uuid) to authenticated;

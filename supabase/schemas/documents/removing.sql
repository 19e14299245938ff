-- How a document that came in goes again, by its guest, or by the server that could not store it.

-- Definer, to guest_api: a guest takes back what the desk has not checked.
create function public.remove_guest_document(subject jsonb, document_id uuid)
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
    where d.id = remove_guest_document.document_id and d.booking_id = (stay.booking).id and d.stored_at is not null
    for update;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  if own.status <> 'pending' then
    return private.refuse('illegal_step', jsonb_build_object('from', own.status, 'to', 'removed'));
  end if;
  if own.hold_reason is not null then
    return private.refuse('conflict', '{"reason": "document_is_held"}');
  end if;
  perform private.erase_document(own, 'removed_by_guest');
  perform private.write_audit(own.property_id, 'document_removed', 'accom_guest_documents', own.id, '{}');
  return '{"ok": true}';
end
$$;
grant execute on function public.remove_guest_document(jsonb, uuid) to guest_api;

-- Definer, to guest_api: the server could not store what it announced. Nothing is given up that is complete, or that another try of the
-- same request has taken over under another path. What is not given up here is erased by the sweep.
create function public.give_up_document(subject jsonb, document_id uuid, path text)
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
    where d.id = give_up_document.document_id and d.booking_id = (stay.booking).id
      and d.stored_at is null and coalesce(d.storage_path, '') = give_up_document.path
    for update;
  if own.id is null then
    return private.refuse('not_found');
  end if;
  perform private.erase_document(own, 'never_finished');
  return '{"ok": true}';
end
$$;
grant execute on function public.give_up_document(jsonb, uuid, text) to guest_api;

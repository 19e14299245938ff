-- How documents are erased. What is erased is unreadable from this transaction on, since its key is dropped in it; that the object
-- in Storage goes too is done by a job and verified.

-- Notes an erasure.
create function private.note_erasure(p_document public.accom_guest_documents, p_part text, p_rule text, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  account constant uuid := private.current_account_id();
begin
  insert into public.document_erasures (
    property_id, document_id, booking_id, part, rule, reason, actor, account_id, storage_path
  ) values (
    p_document.property_id, p_document.id, p_document.booking_id, p_part, p_rule, p_reason,
    private.actor_of(account), account, case when p_part <> 'fields' then p_document.storage_path end
  );
end
$$;

-- Has the object of a document removed, now and once more a day later: an upload that was under way when it was removed may end after.
create function private.queue_document_object(p_path text)
returns void
language sql
volatile
set search_path = ''
as $$
  insert into public.storage_removals (bucket, name, again_after)
    select 'guest-documents', p_path, now() + interval '1 day' where p_path is not null
    on conflict (bucket, name) do nothing
$$;

-- Erases the picture of a document. Without one it does nothing.
create function private.erase_document_image(p_document public.accom_guest_documents, p_rule text, p_reason text default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_document.storage_path is null then
    return;
  end if;
  perform private.note_erasure(
    p_document, case when p_document.stored_at is null then 'upload' else 'image' end, p_rule, p_reason
  );
  perform private.queue_document_object(p_document.storage_path);
  update public.accom_guest_documents d
    set storage_path = null, image_key = null, pages = null, file_size = null, purged_at = now()
    where d.id = p_document.id;
end
$$;

-- Erases a whole document: its picture, its fields and its row. What was told of it waits for nobody any more.
create function private.erase_document(p_document public.accom_guest_documents, p_rule text, p_reason text default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.erase_document_image(p_document, p_rule, p_reason);
  if p_document.stored_at is not null then
    perform private.note_erasure(p_document, 'fields', p_rule, p_reason);
  end if;
  delete from public.accom_guest_documents d where d.id = p_document.id;
  perform private.settle('{document_new,document_erasure,visa_14,visa_7,visa_3,visa_short}', p_document.id, true);
end
$$;

-- For the sweep: erases what is past its time, and tries to upload that came to nothing. Rows that somebody works on are left for the
-- next sweep; nobody reads a picture past its time, whether it is swept or not. Returns how many.
create function private.purge_documents()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due public.accom_guest_documents;
  purged integer := 0;
begin
  for due in
    select d.* from public.accom_guest_documents d
    where d.hold_reason is null and (
      d.image_until <= now() or d.fields_until <= now() or (d.stored_at is null and d.promised_until <= now())
    )
    order by d.id
    for update skip locked
  loop
    if due.stored_at is null then
      perform private.erase_document(due, 'never_finished');
    elsif due.fields_until <= now() then
      perform private.erase_document(due, due.fields_rule);
    else
      perform private.erase_document_image(due, due.image_rule);
    end if;
    purged := purged + 1;
  end loop;
  return purged;
end
$$;

-- Definer, to authenticated: a manager who sees documents erases one now, and says why. Not what the law wants kept, nor what is held.
create function public.erase_document_now(document_id uuid, reason text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document public.accom_guest_documents;
begin
  select * into document from public.accom_guest_documents d where d.id = erase_document_now.document_id for update;
  perform private.require_sight_of_documents(document.property_id, 'manager');
  if (length(btrim(erase_document_now.reason)) between 1 and 500) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "erasure_needs_a_reason"}');
  end if;
  if document.hold_reason is not null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "document_is_held"}');
  end if;
  if document.fields_rule = 'law' and document.status = 'verified' then
    -- The picture goes all the same, unless the law wants that one too.
    if document.image_rule is distinct from 'law' and document.storage_path is not null then
      perform private.erase_document_image(document, 'erased_by_desk', btrim(erase_document_now.reason));
      perform private.settle('{document_erasure}', document.id, true);
      perform private.write_audit(
        document.property_id, 'document_image_erased', 'accom_guest_documents', document.id, '{}'
      );
      return;
    end if;
    perform private.raise_api_error(409, 'conflict', jsonb_build_object(
      'reason', 'document_is_kept_by_law', 'until', private.format_instant(document.fields_until)
    ));
  end if;
  perform private.erase_document(document, 'erased_by_desk', btrim(erase_document_now.reason));
  perform private.write_audit(document.property_id, 'document_erased', 'accom_guest_documents', document.id, '{}');
end
$$;
grant execute on function public.erase_document_now(uuid, text) to authenticated;

-- Definer, to authenticated: an owner stops or lets go on what time erases of a document, for example while the police ask for it.
-- Null lets it go on.
create function public.hold_document(document_id uuid, reason text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  document public.accom_guest_documents;
begin
  select * into document from public.accom_guest_documents d where d.id = hold_document.document_id for update;
  perform private.require_sight_of_documents(document.property_id, 'owner');
  update public.accom_guest_documents d set hold_reason = nullif(left(btrim(hold_document.reason), 500), '')
    where d.id = document.id;
  perform private.write_audit(
    document.property_id, case when nullif(btrim(hold_document.reason), '') is null then 'document_released' else 'document_held' end,
    'accom_guest_documents', document.id, '{}'
  );
end
$$;
grant execute on function public.hold_document(uuid, text) to authenticated;

-- For the sweep: compares the rows of documents with what Storage has, both ways. An object that no row names has come from an upload
-- that was cut off or ended late: it is removed once no upload can be under way. A picture whose object is gone can't be shown again, so
-- its row says that it is lost. Returns how many of both.
create function private.reconcile_documents()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  orphan text;
  lost public.accom_guest_documents;
  found_both integer := 0;
begin
  for orphan in
    select o.name from storage.objects o
    where o.bucket_id = 'guest-documents' and o.created_at <= now() - interval '2 hours'
      and not exists (select from public.accom_guest_documents d where d.storage_path = o.name)
      and not exists (select from public.storage_removals r where r.bucket = o.bucket_id and r.name = o.name)
    order by o.name
    limit 1000
  loop
    -- It was removed before and came back: the job of then is done, and a job is enqueued once.
    delete from public.jobs j
      where j.kind = 'storage_removal' and j.done_at is not null
        and j.job_key in (concat_ws('/', 'guest-documents', orphan), concat_ws('/', 'guest-documents', orphan, 'again'));
    perform private.queue_document_object(orphan);
    found_both := found_both + 1;
  end loop;
  for lost in
    select d.* from public.accom_guest_documents d
    where d.stored_at <= now() - interval '2 hours' and d.storage_path is not null
      and not exists (select from storage.objects o where o.bucket_id = 'guest-documents' and o.name = d.storage_path)
    order by d.id
    limit 1000
    for update of d skip locked
  loop
    perform private.erase_document_image(lost, 'object_lost');
    found_both := found_both + 1;
  end loop;
  return found_both;
end
$$;

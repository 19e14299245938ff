-- What ends by time alone: requests that the desk did not respond to, expired sessions and invitations, old counts, old
-- request keys, old jobs, the phones of past stays, pictures that nothing shows, old notifications and
-- the browsers that get push messages after their sign-in has ended, documents past their time. And what time alone brings: warnings
-- of visas that end.

create index accom_bookings_waiting on public.accom_bookings (created_at) where status = 'pending';
create index guest_sessions_running on public.guest_sessions (expires_at) where active;

-- Cancels pending requests after 48 hours, or when the day of arrival is over. Rows that are locked by somebody are left for
-- the next sweep. Returns how many were cancelled.
create function private.cancel_stale_requests()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  cancelled integer;
begin
  update public.accom_bookings stale set status = 'cancelled'
    where stale.id in (
      select b.id from public.accom_bookings b
      join public.accom_properties p on p.id = b.property_id
      where b.status = 'pending'
        and (b.created_at <= now() - interval '48 hours' or b.check_in_date < (now() at time zone p.timezone)::date)
      for update of b skip locked
    );
  get diagnostics cancelled = row_count;
  return cancelled;
end
$$;

-- Marks expired sessions as inactive. They open nothing already; the desk's lists read the mark. Returns how many.
create function private.end_expired_sessions()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  ended integer;
begin
  update public.guest_sessions s set active = false
    where s.id in (
      select e.id from public.guest_sessions e where e.active and e.expires_at <= now() for update skip locked
    );
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- Deletes counts after a day: no window is longer. Returns how many.
create function private.drop_passed_limits()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.rate_limits r where r.window_start <= now() - interval '1 day';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Forgets wrong answers a day after the last one, and locks a week after their end, so that another lock within that week
-- is longer. Rows that a verification is writing are skipped. Returns how many were forgotten.
create function private.forget_stale_attempts()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  forgotten integer;
begin
  delete from public.access_attempts a
    where a.id in (
      select s.id from public.access_attempts s
      where s.updated_at <= now() - case when s.locks = 0 then interval '1 day' else interval '7 days' end
        and coalesce(s.locked_until <= now() - interval '7 days', true)
      for update skip locked
    );
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;

-- Deletes request keys after 30 days: no client sends a request again after that. Returns how many.
create function private.drop_old_request_keys()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.request_keys k where k.created_at <= now() - interval '30 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Deletes invitations a month after their end: their note may name a person. Until then their link says that they have ended.
-- Returns how many.
create function private.drop_expired_invitations()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.invitations i where i.expires_at <= now() - interval '30 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Takes the phones off stays that have been over for four days, a day longer than a phone's cookie lives. Returns how many.
create function private.drop_past_phones()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.stay_phones s
    where exists (
        select from public.accom_bookings b where b.id = s.booking_id and b.check_out_date < current_date - 4
      )
      or exists (
        select from public.guest_sessions g where g.id = s.guest_session_id and g.expires_at < now() - interval '4 days'
      );
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Removes pictures that nothing has named for a day, and those whose upload was cut off. They are locked first and looked at
-- again then: whoever is about to use one either holds it already, so it is skipped here, or finds it gone. Returns how many.
create function private.drop_unused_pictures()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  due uuid[];
  dropped integer;
begin
  select array_agg(locked.id) into due from (
    select p.id from public.pictures p where p.unused_since <= now() - interval '1 day' for update skip locked
  ) locked;
  delete from public.pictures p
    where p.id = any (due) and not exists (select from public.picture_uses u where u.picture_id = p.id);
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Deletes notifications after 30 days. Returns how many.
create function private.drop_old_notifications()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  dropped integer;
begin
  delete from public.notifications n where n.happened_at <= now() - interval '30 days';
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- To jobs only, as service_role: one statement on a timer. A second run finds nothing to do, and of two at the same time
-- the second returns at once. Returns what it did.
create function public.sweep()
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('public.sweep', 0)) then
    return '{"isRunning": true}';
  end if;
  return jsonb_build_object(
    'requestsCancelled', private.cancel_stale_requests(),
    'sessionsEnded', private.end_expired_sessions(),
    'limitsDropped', private.drop_passed_limits(),
    'attemptsForgotten', private.forget_stale_attempts(),
    'requestKeysDropped', private.drop_old_request_keys(),
    'invitationsDropped', private.drop_expired_invitations(),
    'phonesDropped', private.drop_past_phones(),
    'picturesDropped', private.drop_unused_pictures(),
    'storageRemovalsRetried', private.retry_storage_removals(),
    'jobsDropped', private.drop_old_jobs(),
    'notificationsDropped', private.drop_old_notifications(),
    'pushSubscriptionsDropped', private.drop_ended_push_subscriptions(),
    'documentsPurged', private.purge_documents(),
    'documentsReconciled', private.reconcile_documents(),
    'peopleErased', private.erase_due_people(),
    'documentGrantsDropped', private.drop_old_document_grants(),
    'visasWarned', private.warn_of_visas(),
    'remainingObjectsWarned', private.warn_of_remaining_objects()
  );
end
$$;

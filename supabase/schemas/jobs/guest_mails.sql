-- Mails to guests: the answer to a request from the property's page, and the code of a booking. What they tell is read when they are
-- sent, so an answer that was undone meanwhile is not told.

-- What a guest was last told of the answer to their request.
create table public.request_answers (
  booking_id uuid not null,
  property_id uuid not null,
  answer text not null,
  told_at timestamptz not null default now(),
  primary key (booking_id, property_id),
  constraint request_answers_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint request_answers_are_known check (answer in ('confirmed', 'refused', 'expired', 'cancelled', 'open'))
);

-- No policy and no grant: functions alone reach it.
alter table public.request_answers enable row level security;

-- How long an answer waits before it is mailed: who undoes a step does so in the first minute, and nothing was told then.
create function private.answer_delay()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '60 seconds'
$$;

-- What the answer to a request is now: 'open' while the desk has not decided. Null where there is nothing to tell, since the guest has
-- been here. A cancelled booking that was told to be confirmed is 'cancelled', and 'expired' one that the sweep ended.
create function private.answer_to_request(p_booking public.accom_bookings, p_told text)
returns text
language sql
stable
set search_path = ''
as $$
  select case p_booking.status
    when 'pending' then 'open'
    when 'confirmed' then 'confirmed'
    when 'cancelled' then case
      when p_told = 'confirmed' then 'cancelled'
      when p_told = 'cancelled' then 'cancelled'
      when (
        select l.actor from public.audit_log l
        where l.row_id = p_booking.id and l.detail -> 'to' ->> 'status' = 'cancelled'
        order by l.created_at desc, l.id desc limit 1
      ) = 'job' then 'expired'
      else 'refused'
    end
  end
$$;

-- Definer: whoever takes or undoes the step of a request, the guest is to be told. An answer that is still waiting waits a minute
-- anew, since what it will tell is read when it is sent.
create function private.enqueue_request_answer()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.jobs j set run_at = now() + private.answer_delay()
    where j.about_id = new.id and j.kind = 'request_answer_mail'
      and j.done_at is null and j.dead_at is null and j.claim is null;
  if not found then
    perform private.enqueue_job(
      'request_answer_mail', new.id || ' ' || new.status || ' ' || extract(epoch from now()), new.property_id, new.id, '{}',
      now() + private.answer_delay()
    );
  end if;
  return null;
end
$$;

create trigger accom_bookings_tell_answer
  after update of status on public.accom_bookings
  for each row when (
    new.source = 'direct' and new.guest_email is not null and old.status <> new.status
    and old.status in ('pending', 'confirmed', 'cancelled') and new.status in ('pending', 'confirmed', 'cancelled')
  )
  execute function private.enqueue_request_answer();

-- A property as mails to its guests name it: how it is found and reached, in the reader's language.
create function private.describe_place_of_mail(p_property public.accom_properties, p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'name', p_property.name,
    'address', private.in_locale(
      jsonb_build_object('address', p_property.address), p_property.translations, p_locale
    ) ->> 'address',
    'phone', nullif(p_property.contact_phone, ''),
    'whatsapp', nullif(p_property.contact_whatsapp, ''),
    'email', nullif(p_property.contact_email, ''),
    'checkInTime', to_char(p_property.checkin_time, 'HH24:MI')
  )
$$;

-- What a mail about a booking says. Null where it can reach nobody or its stay is over.
create function private.describe_booking_of_mail(p_booking public.accom_bookings)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  property public.accom_properties;
  locale text;
begin
  select * into property from public.accom_properties p where p.id = p_booking.property_id;
  if coalesce(p_booking.guest_email, '') = '' or p_booking.check_out_date < (now() at time zone property.timezone)::date then
    return null;
  end if;
  locale := coalesce(p_booking.guest_locale, property.default_locale);
  return jsonb_build_object(
    'to', p_booking.guest_email, 'locale', locale, 'code', p_booking.booking_code, 'guestName', p_booking.guest_name,
    'checkIn', p_booking.check_in_date, 'checkOut', p_booking.check_out_date,
    'place', private.describe_place_of_mail(property, locale)
  );
end
$$;

-- Definer, to jobs_api: the answer to a request as it is now, for the job that this process holds, and what the guest was told before.
-- Null where they know it already. The job remembers what it tells, for when it is done.
create function public.read_request_answer_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(
    read_request_answer_mail.job_id, read_request_answer_mail.claim, 'request_answer_mail'
  );
  booking public.accom_bookings;
  told text;
  answer text;
  mail jsonb;
begin
  select * into booking from public.accom_bookings b where b.id = job.about_id and b.property_id = job.property_id;
  select a.answer into told from public.request_answers a where a.booking_id = booking.id;
  answer := private.answer_to_request(booking, told);
  mail := private.describe_booking_of_mail(booking);
  if answer is null or answer = coalesce(told, 'open') or mail is null then
    return null;
  end if;
  update public.jobs j set payload = jsonb_build_object('answer', answer) where j.id = job.id;
  return mail || jsonb_build_object('answer', answer, 'told', told);
end
$$;
grant execute on function public.read_request_answer_mail(uuid, uuid) to jobs_api;

-- Definer, to jobs_api: a booking whose code the desk mails, for the job that this process holds. Null where the code opens nothing
-- any more.
create function public.read_booking_code_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(
    read_booking_code_mail.job_id, read_booking_code_mail.claim, 'booking_code_mail'
  );
begin
  return (
    select private.describe_booking_of_mail(b) from public.accom_bookings b
    where b.id = job.about_id and b.property_id = job.property_id and b.status in ('confirmed', 'checked_in')
  );
end
$$;
grant execute on function public.read_booking_code_mail(uuid, uuid) to jobs_api;

-- Definer, to authenticated: the desk mails a booking's code and link to its guest. Two taps in one minute are one mail, and five
-- mails an hour are the most for one booking.
create function public.mail_booking_code(booking_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  booking public.accom_bookings;
  seconds integer;
begin
  select * into booking from public.accom_bookings b where b.id = mail_booking_code.booking_id;
  perform private.require_member(booking.property_id, 'staff');
  if booking.status not in ('confirmed', 'checked_in') then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "stay_is_not_confirmed"}');
  end if;
  if coalesce(booking.guest_email, '') = '' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "guest_has_no_address"}');
  end if;
  seconds := private.take_hit('code-mail:' || booking.id, 5, '1 hour');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
  end if;
  perform private.enqueue_job(
    'booking_code_mail', booking.id || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), booking.property_id, booking.id
  );
  perform private.write_audit(booking.property_id, 'booking_code_mailed', 'accom_bookings', booking.id);
end
$$;
grant execute on function public.mail_booking_code(uuid) to authenticated;

-- Definer: the end of a mail to a guest, in the history of the booking, so that screens of it show it. Jobs are changed by
-- jobs_api, which writes nothing else.
create function private.note_end_of_guest_mail()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from public.accom_bookings b where b.id = new.about_id and b.property_id = new.property_id
  ) then
    return null;
  end if;
  if new.outcome = 'told' and new.payload ? 'answer' then
    insert into public.request_answers as a (booking_id, property_id, answer)
      values (new.about_id, new.property_id, new.payload ->> 'answer')
      on conflict (booking_id, property_id) do update set answer = excluded.answer, told_at = now();
  end if;
  perform private.write_audit(
    new.property_id, case when new.dead_at is null then 'guest_told' else 'guest_not_told' end, 'accom_bookings', new.about_id,
    jsonb_strip_nulls(jsonb_build_object('kind', new.kind, 'answer', new.payload -> 'answer'))
  );
  return null;
end
$$;

create trigger jobs_note_end_of_guest_mail
  after update of done_at, dead_at on public.jobs
  for each row when (
    new.kind in ('request_answer_mail', 'booking_code_mail')
    and (new.outcome = 'told' and old.done_at is null or new.dead_at is not null and old.dead_at is null)
  )
  execute function private.note_end_of_guest_mail();

-- The mails about a booking as its screen shows them, newest first: 'sent', 'waiting' or 'failed', and why. What was not true any
-- more when it was about to be sent is not among them, nor what waits to tell an answer that the guest knows.
create function private.describe_guest_mails(p_booking public.accom_bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', j.id, 'kind', j.kind, 'answer', coalesce(j.payload ->> 'answer', now_is.answer),
    'state', case when j.done_at is not null then 'sent' when j.dead_at is not null then 'failed' else 'waiting' end,
    'at', coalesce(j.done_at, j.dead_at, j.run_at), 'attempts', j.attempts, 'error', j.last_error
  ) order by j.created_at desc, j.id), '[]')
  from (
    select * from public.jobs j
    where j.about_id = p_booking.id and j.property_id = p_booking.property_id
      and j.kind in ('request_answer_mail', 'booking_code_mail') and j.outcome is distinct from 'untold'
    order by j.created_at desc, j.id
    limit 10
  ) j
  left join public.request_answers told on told.booking_id = p_booking.id and told.property_id = p_booking.property_id
  cross join lateral (select private.answer_to_request(p_booking, told.answer) as answer) now_is
  where j.kind <> 'request_answer_mail' or j.done_at is not null or j.dead_at is not null
    or now_is.answer <> coalesce(told.answer, 'open')
$$;

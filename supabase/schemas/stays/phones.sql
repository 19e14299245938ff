-- The phones on a stay: the browsers that proved it. Its guest sees them and signs one out, and so does the desk. A phone on
-- the stay has tries of its own, so that nobody else's wrong answers keep it out.

create table public.stay_phones (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  booking_id uuid,
  guest_session_id uuid,
  -- Of the secret in the phone's cookie, which never reaches the database.
  key_hash text not null,
  -- Device and browser, such as "iPhone, Safari". Empty where they are not known.
  label text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  constraint stay_phones_booking_of_property foreign key (booking_id, property_id)
    references public.accom_bookings (id, property_id) on delete cascade,
  constraint stay_phones_session_of_property foreign key (guest_session_id, property_id)
    references public.guest_sessions (id, property_id) on delete cascade,
  constraint stay_phones_belong_to_one_stay check (num_nonnulls(booking_id, guest_session_id) = 1),
  constraint stay_phones_are_unique unique nulls not distinct (booking_id, guest_session_id, key_hash),
  constraint stay_phones_key_hash_has_its_form check (key_hash ~ '^[0-9a-f]{64}$'),
  constraint stay_phones_label_is_short check (length(label) <= 60)
);

create index stay_phones_booking on public.stay_phones (booking_id, property_id);
create index stay_phones_session on public.stay_phones (guest_session_id, property_id);
create index stay_phones_property on public.stay_phones (property_id);
create index stay_phones_key on public.stay_phones (key_hash);

alter table public.stay_phones enable row level security;

-- Without the hash, which nobody needs to read. Functions write.
grant select (id, property_id, booking_id, guest_session_id, label, created_at, last_seen_at)
  on public.stay_phones to authenticated;

-- The desk helps a guest who lost a phone, or who finds one on the list that is not theirs.
create policy "members see the phones on the stays of their properties" on public.stay_phones
  for select to authenticated
  using (property_id in (select private.member_property_ids()));

-- Adds the phone that has just proved this stay, { keyHash, label }, and returns its id, which its token names. The same
-- phone keeps its row. A stay has at most a hundred phones: of more, those leave that were seen longest ago.
create function private.add_phone(
  p_booking public.accom_bookings,
  p_session public.guest_sessions,
  p_phone jsonb
)
returns uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  phone_id uuid;
begin
  if p_phone is null then
    return null;
  end if;
  insert into public.stay_phones as s (property_id, booking_id, guest_session_id, key_hash, label)
    values (
      coalesce(p_booking.property_id, p_session.property_id), p_booking.id, p_session.id,
      p_phone ->> 'keyHash', left(p_phone ->> 'label', 60)
    )
    on conflict (booking_id, guest_session_id, key_hash) do update set label = excluded.label, last_seen_at = now()
    returning s.id into phone_id;
  delete from public.stay_phones s
    where s.id in (
      select o.id from public.stay_phones o
      where o.booking_id = p_booking.id or o.guest_session_id = p_session.id
      order by o.id = phone_id desc, o.last_seen_at desc
      offset 100
    );
  return phone_id;
end
$$;

-- Whether the phone of this subject is still on the stay. A token that was signed before there were phones names none.
create function private.is_phone_on_stay(p_subject jsonb, p_stay_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select not p_subject ? 'phoneId' or exists (
    select from public.stay_phones s
    where s.id = (p_subject ->> 'phoneId')::uuid and p_stay_id in (s.booking_id, s.guest_session_id)
  )
$$;

-- The stay that a code leads to, if this phone is on it. A room's code leads to the stays that are on there now: the phone
-- of a guest who left yesterday is a stranger's.
create function private.find_known_stay(p_code text, p_phone jsonb)
returns uuid
language sql
stable
set search_path = ''
as $$
  select coalesce(b.id, g.id)
  from public.stay_phones s
  join public.accom_properties p on p.id = s.property_id
  left join public.accom_bookings b on b.id = s.booking_id
  left join public.accom_rooms r on r.id = b.room_id
  left join public.guest_sessions g on g.id = s.guest_session_id
  where s.key_hash = p_phone ->> 'keyHash'
    and (
      p_code in (b.booking_code, g.access_code)
      or p_code = r.room_code
        and b.id in (select f.id from private.find_stays(r.id, p.timezone, p.checkout_time, now()) f)
    )
  limit 1
$$;

-- Writes down that the phone of this subject was seen, at most every three minutes: pages are opened often.
create function private.see_phone(p_subject jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.stay_phones s set last_seen_at = now()
    where s.id = (p_subject ->> 'phoneId')::uuid and s.last_seen_at < now() - interval '3 minutes'
$$;

-- Takes a phone off its stay, by its guest or by the desk. Its token counts no more, and it is a stranger's again.
create function private.remove_phone(p_phone public.stay_phones)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.stay_phones s where s.id = p_phone.id;
  perform private.write_audit(
    p_phone.property_id, 'phone_signed_out', 'stay_phones', p_phone.id,
    jsonb_strip_nulls(jsonb_build_object('bookingId', p_phone.booking_id, 'sessionId', p_phone.guest_session_id))
  );
end
$$;

-- Definer, to authenticated: the desk signs a phone out for a guest.
create function public.sign_out_phone(phone_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  phone public.stay_phones;
begin
  select * into phone from public.stay_phones where id = sign_out_phone.phone_id;
  perform private.require_member(phone.property_id, 'staff');
  perform private.remove_phone(phone);
end
$$;
grant execute on function public.sign_out_phone(uuid) to authenticated;

-- The phones on a booking or on a guest session, those first that were seen last, as the desk reads them.
create function private.describe_phones(p_property_id uuid, p_booking_id uuid, p_session_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'label', s.label, 'since', s.created_at, 'lastSeenAt', s.last_seen_at
  ) order by s.last_seen_at desc, s.id), '[]')
  from public.stay_phones s
  where s.property_id = p_property_id
    and (s.booking_id = p_booking_id or s.guest_session_id = p_session_id)
$$;

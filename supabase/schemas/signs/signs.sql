-- The register of paper: what was printed when, with which code, and where it hangs.

-- One printing: who made how many signs in which form. What a person chose is read again for the next one.
create table public.print_jobs (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null: the account is gone.
  account_id uuid references public.accounts (id) on delete set null,
  format text not null,
  locales text[] not null,
  colour text not null,
  logo_position text,
  offset_x_mm numeric(4, 1) not null,
  offset_y_mm numeric(4, 1) not null,
  sign_count integer not null,
  created_at timestamptz not null default now(),
  constraint print_jobs_id_and_property unique (id, property_id),
  constraint print_jobs_format_has_its_form check (format ~ '^[A-Za-z0-9-]{1,20}$'),
  constraint print_jobs_locales_are_languages check (
    cardinality(locales) between 1 and 8 and array_to_string(locales, '') ~ '^([a-z]{2})+$'
  ),
  constraint print_jobs_colour_has_its_form check (colour ~ '^#[0-9a-f]{6}$'),
  constraint print_jobs_logo_has_a_place check (logo_position in ('header', 'code')),
  constraint print_jobs_offset_is_small check (offset_x_mm between -20 and 20 and offset_y_mm between -20 and 20),
  constraint print_jobs_sign_count_is_sane check (sign_count between 1 and 2000)
);

create index print_jobs_property on public.print_jobs (property_id, created_at desc, id desc);
create index print_jobs_account on public.print_jobs (account_id);

create type public.sign_kind as enum ('room', 'place', 'wifi');

-- One code on paper. `hangs_at` says where, in the words of who hung it; empty means in the room itself.
create table public.signs (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  job_id uuid not null,
  kind public.sign_kind not null,
  -- Of a room's sign. Null: the room is gone, and its number says which one it was.
  room_id uuid,
  room_number text,
  -- The code of a room's sign.
  code text,
  -- What a WiFi card shows. Without a password the network was open.
  wifi_network text,
  wifi_password text,
  hangs_at text not null default '',
  -- When somebody saw it on the wall, walking the rooms.
  seen_at timestamptz,
  torn_at timestamptz,
  removed_at timestamptz,
  -- When the room got another code, or the place another network or password. This paper opens nothing from then on.
  died_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint signs_job foreign key (job_id, property_id) references public.print_jobs (id, property_id) on delete cascade,
  constraint signs_room foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete set null (room_id),
  constraint signs_of_rooms_have_a_code check ((kind = 'room') = (code is not null and room_number is not null)),
  constraint signs_of_wifi_have_a_network check ((kind = 'wifi') = (wifi_network is not null)),
  constraint signs_wifi_is_valid check (private.is_wifi_network(wifi_network) and private.is_wifi_password(wifi_password)),
  constraint signs_place_is_short check (length(hangs_at) <= 120)
);

create index signs_property on public.signs (property_id, created_at desc, id desc);
create index signs_job_id on public.signs (job_id, property_id);
create index signs_room_id on public.signs (room_id, property_id);
create index signs_code on public.signs (code);
create index signs_wifi on public.signs (property_id, wifi_network) where kind = 'wifi';

create trigger signs_touch_updated_at
  before update on public.signs
  for each row execute function private.touch_updated_at();

-- What members change by hand is logged and can be undone. Printing has an entry of its own, and being seen on a walk is no change.
create trigger signs_audit
  after update of hangs_at, torn_at, removed_at on public.signs
  for each row execute function private.audit_row_change('staff', 'seen_at', 'died_at', 'room_id');

-- Definer: marks the paper whose code a room no longer has, or has again because its removal was undone. No role may write these columns.
create function private.mark_signs_of_code()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.signs s set died_at = null, room_id = new.id
      where s.code = new.room_code and s.property_id = new.property_id;
  else
    update public.signs s set died_at = now() where s.code = old.room_code and s.died_at is null;
  end if;
  return null;
end
$$;

create trigger accom_rooms_kill_signs
  after update of room_code on public.accom_rooms
  for each row when (old.room_code is distinct from new.room_code)
  execute function private.mark_signs_of_code();

create trigger accom_rooms_kill_signs_of_removed
  after delete on public.accom_rooms
  for each row execute function private.mark_signs_of_code();

create trigger accom_rooms_revive_signs
  after insert on public.accom_rooms
  for each row execute function private.mark_signs_of_code();

-- Whether a network with this password, or without one, is written anywhere in the settings of this place.
create function private.has_wifi(p_property_id uuid, p_network text, p_password text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from public.accom_properties p
    where p.id = p_property_id and p.wifi_network = p_network and p.wifi_password is not distinct from p_password
  ) or exists (
    select from public.accom_properties p, jsonb_array_elements(p.wifi_zones) z (zone)
    where p.id = p_property_id and z.zone ->> 'network' = p_network
      and z.zone ->> 'password' is not distinct from p_password
  ) or exists (
    select from public.accom_rooms r
    where r.property_id = p_property_id and r.wifi_ssid = p_network and r.wifi_password is not distinct from p_password
  )
$$;

-- Definer: marks the WiFi cards whose network or password the place no longer has, or has again because the change was undone. No
-- role may write this column.
create function private.mark_wifi_cards()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  changed_property uuid;
begin
  if tg_table_name = 'accom_properties' then
    changed_property := new.id;
  elsif tg_op = 'DELETE' then
    changed_property := old.property_id;
  else
    changed_property := new.property_id;
  end if;
  update public.signs s set died_at = case when s.died_at is null then now() end
    where s.property_id = changed_property and s.kind = 'wifi'
      and (s.died_at is null) <> private.has_wifi(s.property_id, s.wifi_network, s.wifi_password);
  return null;
end
$$;

create trigger accom_properties_mark_wifi_cards
  after update of wifi_network, wifi_password, wifi_zones on public.accom_properties
  for each row when (
    (old.wifi_network, old.wifi_password, old.wifi_zones)
      is distinct from (new.wifi_network, new.wifi_password, new.wifi_zones)
  )
  execute function private.mark_wifi_cards();

create trigger accom_rooms_mark_wifi_cards
  after update of wifi_ssid, wifi_password on public.accom_rooms
  for each row when ((old.wifi_ssid, old.wifi_password) is distinct from (new.wifi_ssid, new.wifi_password))
  execute function private.mark_wifi_cards();

create trigger accom_rooms_mark_wifi_cards_of_removed
  after delete on public.accom_rooms
  for each row when (old.wifi_ssid is not null)
  execute function private.mark_wifi_cards();

create trigger accom_rooms_revive_wifi_cards
  after insert on public.accom_rooms
  for each row when (new.wifi_ssid is not null)
  execute function private.mark_wifi_cards();

alter table public.print_jobs enable row level security;
alter table public.signs enable row level security;

grant select on public.print_jobs, public.signs to authenticated;
grant update (hangs_at, torn_at, removed_at) on public.signs to authenticated;

-- The desk prints and hangs signs, so it sees what was printed,
create policy "members see what their properties printed" on public.print_jobs
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- which paper there is,
create policy "members see the signs of their properties" on public.signs
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and notes where it hangs and that it is torn or gone.
create policy "members say where a sign hangs and how it is" on public.signs
  for update to authenticated
  using (property_id in (select private.member_property_ids()))
  with check (property_id in (select private.member_property_ids()));

-- Definer, to authenticated: writes down what was printed. `printed` lists the signs: { kind, roomId, code } of a room,
-- { kind, network, password } of a WiFi card. Each code must still be the room's own and each network the place's, or the paper
-- would be dead before it hangs. The locks make a change at the same moment wait.
create function public.record_print_job(property_id uuid, job jsonb, printed jsonb)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  made public.print_jobs;
begin
  perform private.require_member(record_print_job.property_id, 'staff');
  if coalesce(jsonb_typeof(printed) <> 'array' or jsonb_array_length(printed) not between 1 and 2000, true) then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_print"}');
  end if;
  if (
    select count(*) from public.print_jobs j
    where j.property_id = record_print_job.property_id and j.created_at > now() - interval '1 hour'
  ) >= 60 then
    perform private.raise_api_error(429, 'rate_limited', '{"retryAfterSeconds": 600}');
  end if;
  insert into public.print_jobs (
    property_id, account_id, format, locales, colour, logo_position, offset_x_mm, offset_y_mm, sign_count
  ) values (
    record_print_job.property_id, private.current_account_id(), job ->> 'format',
    array(select jsonb_array_elements_text(job -> 'locales')), job ->> 'colour', job ->> 'logoPosition',
    (job ->> 'offsetX')::numeric, (job ->> 'offsetY')::numeric, jsonb_array_length(printed)
  ) returning * into made;
  if printed @> '[{"kind": "wifi"}]' then
    perform from public.accom_properties p where p.id = made.property_id for share;
  end if;
  perform from public.accom_rooms r
    where r.property_id = made.property_id
      and r.id in (select (p.sign ->> 'roomId')::uuid from jsonb_array_elements(printed) p (sign))
    order by r.id
    for share;
  -- Each a microsecond before the one that was printed before it: the register, which begins with the newest, lists the signs of
  -- one printing in the order of its pages.
  insert into public.signs (
    property_id, job_id, kind, room_id, room_number, code, wifi_network, wifi_password, created_at
  )
    select made.property_id, made.id, (p.sign ->> 'kind')::public.sign_kind, r.id, r.room_number, r.room_code,
      p.sign ->> 'network', p.sign ->> 'password', made.created_at - p.position * interval '1 microsecond'
    from jsonb_array_elements(printed) with ordinality p (sign, position)
    left join public.accom_rooms r
      on p.sign ->> 'kind' = 'room' and r.id = (p.sign ->> 'roomId')::uuid
        and r.property_id = made.property_id and r.room_code = p.sign ->> 'code'
    where case p.sign ->> 'kind'
      when 'room' then r.id is not null
      when 'wifi' then p.sign ->> 'network' is null
        or private.has_wifi(made.property_id, p.sign ->> 'network', p.sign ->> 'password')
      else true
    end
    order by p.position;
  if (select count(*) from public.signs s where s.job_id = made.id) < made.sign_count then
    perform private.raise_api_error(409, 'conflict', '{"reason": "another_code_is_current"}');
  end if;
  perform private.write_audit(
    made.property_id, 'signs_printed', 'print_jobs', made.id,
    jsonb_build_object('format', made.format, 'count', made.sign_count)
  );
  return made.id;
exception when data_exception or check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request', '{"reason": "printing_is_impossible"}');
end
$$;
grant execute on function public.record_print_job(uuid, jsonb, jsonb) to authenticated;

-- Definer, to authenticated: takes a printing out of the register that came to nothing: a paper jam, the wrong format. Whoever
-- printed it may do that for a day; afterwards the paper hangs somewhere.
create function public.discard_print_job(job_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  job public.print_jobs;
begin
  select * into job from public.print_jobs j where j.id = discard_print_job.job_id for update;
  perform private.require_member(job.property_id, 'staff');
  if job.account_id is distinct from private.current_account_id() then
    perform private.raise_api_error(403, 'forbidden');
  end if;
  if job.created_at < now() - interval '1 day' then
    perform private.raise_api_error(409, 'conflict', '{"reason": "print_is_old"}');
  end if;
  delete from public.print_jobs j where j.id = job.id;
  perform private.write_audit(
    job.property_id, 'print_discarded', 'print_jobs', job.id,
    jsonb_build_object('format', job.format, 'count', job.sign_count)
  );
end
$$;
grant execute on function public.discard_print_job(uuid) to authenticated;

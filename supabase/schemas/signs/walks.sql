-- Walking the rooms: somebody scans each code on the wall, and the place learns which signs hang, are dead or are not its own.

-- At most one is open for a property. Whoever works there may go on with it, on any phone.
create table public.walks (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  -- Null: the account is gone.
  started_by uuid references public.accounts (id) on delete set null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint walks_id_and_property unique (id, property_id)
);

create unique index walks_one_is_open on public.walks (property_id) where finished_at is null;
create index walks_property on public.walks (property_id, started_at desc);
create index walks_starter on public.walks (started_by);

-- `foreign`: no code and no network of this property, or a code behind an address that is not ours.
create type public.scan_verdict as enum ('current', 'dead', 'foreign');

create table public.walk_scans (
  id uuid primary key default gen_random_uuid(),
  walk_id uuid not null,
  property_id uuid not null,
  -- `wifi` for a card of a network, `room` for every other code.
  kind public.sign_kind not null default 'room',
  -- What the camera read: a room code, the text of a foreign one, or the name of a network.
  code text not null,
  verdict public.scan_verdict not null,
  room_id uuid,
  account_id uuid references public.accounts (id) on delete set null,
  scanned_at timestamptz not null default now(),
  constraint walk_scans_walk foreign key (walk_id, property_id)
    references public.walks (id, property_id) on delete cascade,
  constraint walk_scans_room foreign key (room_id, property_id)
    references public.accom_rooms (id, property_id) on delete set null (room_id),
  constraint walk_scans_are_unique unique (walk_id, kind, code),
  constraint walk_scans_code_is_short check (length(code) between 1 and 300)
);

create index walk_scans_walk_id on public.walk_scans (walk_id, property_id);
create index walk_scans_room_id on public.walk_scans (room_id, property_id);
create index walk_scans_account on public.walk_scans (account_id);

alter table public.walks enable row level security;
alter table public.walk_scans enable row level security;

grant select on public.walks, public.walk_scans to authenticated;

-- The desk walks, so it sees how far a walk has come,
create policy "members see the walks of their properties" on public.walks
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- and what was found.
create policy "members see what a walk found" on public.walk_scans
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Definer, to authenticated: begins a walk, or returns the open one. Of two at the same moment one makes it; both get it.
create function public.start_walk(property_id uuid)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk_id uuid;
begin
  perform private.require_member(start_walk.property_id, 'staff');
  insert into public.walks (property_id, started_by)
    values (start_walk.property_id, private.current_account_id())
    on conflict do nothing;
  select w.id into walk_id from public.walks w
    where w.property_id = start_walk.property_id and w.finished_at is null;
  return walk_id;
end
$$;
grant execute on function public.start_walk(uuid) to authenticated;

-- Whether the settings of this place or its printed cards name this network, with whatever password.
create function private.has_network(p_property_id uuid, p_network text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from public.accom_properties p
    where p.id = p_property_id and (
      p.wifi_network = p_network
      or exists (select from jsonb_array_elements(p.wifi_zones) z (zone) where z.zone ->> 'network' = p_network)
    )
  ) or exists (
    select from public.accom_rooms r where r.property_id = p_property_id and r.wifi_ssid = p_network
  ) or exists (
    select from public.signs s
    where s.property_id = p_property_id and s.kind = 'wifi' and s.wifi_network = p_network
  )
$$;

-- The walk, for whoever may scan on it now: the desk of its property, until it is finished or holds more than anybody walks past.
create function private.require_open_walk(p_walk_id uuid)
returns public.walks
language plpgsql
set search_path = ''
as $$
declare
  walk public.walks;
begin
  select * into walk from public.walks w where w.id = p_walk_id for share;
  perform private.require_member(walk.property_id, 'staff');
  if walk.finished_at is not null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "walk_is_finished"}');
  end if;
  if (select count(*) from public.walk_scans s where s.walk_id = walk.id) >= 20000 then
    perform private.raise_api_error(429, 'rate_limited', '{"retryAfterSeconds": 600}');
  end if;
  return walk;
end
$$;

-- Definer, to authenticated: what a code on the wall is, and ticks it off. A code of another property is `foreign` like one
-- that does not exist, so a walk tells nothing about others. `is_ours` is false where the QR code leads to an address that is
-- not the guest app's, whatever code stands in it: that is how a pasted-over sign looks. Scanning one again changes nothing.
create function public.scan_on_walk(walk_id uuid, code text, is_ours boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
  room public.accom_rooms;
  verdict public.scan_verdict := 'foreign';
  is_new boolean;
begin
  walk := private.require_open_walk(scan_on_walk.walk_id);
  if is_ours then
    select * into room from public.accom_rooms r
      where r.property_id = walk.property_id and r.room_code = scan_on_walk.code;
    if room.id is not null then
      verdict := 'current';
    elsif exists (
      select from public.retired_room_codes c
      where c.property_id = walk.property_id and c.room_code = scan_on_walk.code
    ) then
      verdict := 'dead';
    end if;
  end if;
  insert into public.walk_scans (walk_id, property_id, code, verdict, room_id, account_id)
    values (walk.id, walk.property_id, left(scan_on_walk.code, 300), verdict, room.id, private.current_account_id())
    on conflict on constraint walk_scans_are_unique do nothing;
  is_new := found;
  if verdict = 'current' then
    update public.signs s set seen_at = now()
      where s.code = scan_on_walk.code and s.removed_at is null;
  end if;
  return jsonb_build_object(
    'verdict', verdict,
    'isNew', is_new,
    'roomNumber', coalesce(room.room_number, (
      select s.room_number from public.signs s
      where verdict = 'dead' and s.property_id = walk.property_id and s.code = scan_on_walk.code
      order by s.created_at desc
      limit 1
    ))
  );
end
$$;
grant execute on function public.scan_on_walk(uuid, text, boolean) to authenticated;

-- Definer, to authenticated: what a WiFi card on the wall is. `dead`: a network of this place with another password, or one that
-- it printed before. Another place's network is `foreign`. A good card was seen; the others have to come down, and are named with
-- the walk until it ends. Their passwords are not stored.
create function public.scan_wifi_on_walk(walk_id uuid, network text, password text default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
  verdict public.scan_verdict;
  is_new boolean := true;
begin
  walk := private.require_open_walk(scan_wifi_on_walk.walk_id);
  verdict := case
    when private.has_wifi(walk.property_id, scan_wifi_on_walk.network, scan_wifi_on_walk.password) then 'current'
    when private.has_network(walk.property_id, scan_wifi_on_walk.network) then 'dead'
    else 'foreign'
  end;
  if verdict = 'current' then
    update public.signs s set seen_at = now()
      where s.property_id = walk.property_id and s.kind = 'wifi' and s.removed_at is null
        and s.wifi_network = scan_wifi_on_walk.network
        and s.wifi_password is not distinct from scan_wifi_on_walk.password;
  else
    insert into public.walk_scans (walk_id, property_id, kind, code, verdict, account_id)
      values (
        walk.id, walk.property_id, 'wifi', left(scan_wifi_on_walk.network, 300), verdict, private.current_account_id()
      )
      on conflict on constraint walk_scans_are_unique do nothing;
    is_new := found;
  end if;
  return jsonb_build_object('verdict', verdict, 'isNew', is_new, 'roomNumber', null);
exception when check_violation or not_null_violation then
  perform private.raise_api_error(400, 'invalid_request');
end
$$;
grant execute on function public.scan_wifi_on_walk(uuid, text, text) to authenticated;

-- Definer, to authenticated: the sign of the place itself was seen. Its address tells that it is the place's own, so there is no
-- verdict.
create function public.see_place_sign_on_walk(walk_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
begin
  walk := private.require_open_walk(see_place_sign_on_walk.walk_id);
  update public.signs s set seen_at = now()
    where s.property_id = walk.property_id and s.kind = 'place' and s.removed_at is null;
end
$$;
grant execute on function public.see_place_sign_on_walk(uuid) to authenticated;

-- Definer, to authenticated: ends a walk. What it did not see stays as it was: a room may just have been locked.
create function public.finish_walk(walk_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  walk public.walks;
begin
  select * into walk from public.walks w where w.id = finish_walk.walk_id for update;
  perform private.require_member(walk.property_id, 'staff');
  update public.walks w set finished_at = coalesce(w.finished_at, now()) where w.id = walk.id;
  perform private.write_audit(
    walk.property_id, 'walk_finished', 'walks', walk.id,
    (
      select jsonb_build_object(
        'current', count(*) filter (where s.verdict = 'current'),
        'dead', count(*) filter (where s.verdict = 'dead'),
        'foreign', count(*) filter (where s.verdict = 'foreign')
      )
      from public.walk_scans s where s.walk_id = walk.id
    )
  );
end
$$;
grant execute on function public.finish_walk(uuid) to authenticated;

-- Definer, to authenticated: how far a walk has come, for the desk, which sees rooms, signs and scans. Which rooms were not seen
-- yet, in the order of their numbers, and which signs have to come down.
create function public.read_walk(walk_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member((select w.property_id from public.walks w where w.id = read_walk.walk_id), 'staff');
  return (with own as (
    select r.id, r.room_number, exists (
      select from public.walk_scans s
      where s.walk_id = w.id and s.room_id = r.id and s.verdict = 'current'
    ) as is_seen
    from public.walks w
    join public.accom_rooms r on r.property_id = w.property_id and r.is_active
    where w.id = read_walk.walk_id
  )
  select jsonb_build_object(
    'total', (select count(*) from own),
    'seen', (select count(*) from own where is_seen),
    'missing', coalesce((
      select jsonb_agg(m.room_number) from (
        select o.room_number from own o
        where not o.is_seen
        order by regexp_replace(o.room_number, '[0-9].*$', ''),
          substring(o.room_number from '[0-9]{1,18}')::numeric nulls first, o.room_number
        limit 100
      ) m
    ), '[]'),
    'found', coalesce((
      select jsonb_agg(f.sign) from (
        select jsonb_build_object(
          'id', s.id, 'kind', s.kind, 'code', s.code, 'verdict', s.verdict, 'roomNumber', (
            select p.room_number from public.signs p
            where s.verdict = 'dead' and s.kind = 'room' and p.property_id = s.property_id and p.code = s.code
            limit 1
          )
        ) as sign
        from public.walk_scans s
        where s.walk_id = read_walk.walk_id and s.verdict <> 'current'
        order by s.scanned_at desc
        limit 100
      ) f
    ), '[]')
  ));
end
$$;
grant execute on function public.read_walk(uuid) to authenticated;

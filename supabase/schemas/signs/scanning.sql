-- What is scanned on a walk, and what that says of the paper on the wall.

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

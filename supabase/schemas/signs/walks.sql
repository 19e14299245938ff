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

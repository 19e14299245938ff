-- The pictures that owners upload: of the place, of its rooms and of what it sells. Anybody may see them. A picture is a row,
-- then three objects in Storage, one for each width; the row is finished when they are there. Whatever a crash leaves between
-- these steps is a row that nobody uses, which the sweep removes.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('property-pictures', 'property-pictures', true, 2097152, '{image/webp}')
on conflict (id) do nothing;

create table public.pictures (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  announced_by uuid references public.accounts (id) on delete set null,
  -- What other tables name it by: its widest form on the apps' own address.
  path text not null generated always as ('/pictures/' || property_id::text || '/' || id::text || '/1600.webp') stored,
  width integer,
  height integer,
  bytes integer,
  stored_at timestamptz,
  -- Since when no row names it. Null: one does (picture_uses).
  unused_since timestamptz default now(),
  -- What it shows, for who cannot see it. Empty: it only decorates.
  alt text not null default '',
  translations jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pictures_id_and_property unique (id, property_id),
  constraint pictures_path_is_unique unique (path),
  constraint pictures_size_is_sane check (width between 1 and 1600 and height between 1 and 3200 and bytes between 1 and 6291456),
  constraint pictures_are_measured_when_stored check (
    (stored_at is null) = (width is null) and (width is null) = (height is null) and (width is null) = (bytes is null)
  ),
  constraint pictures_alt_is_short check (length(alt) <= 300),
  constraint pictures_translations_have_their_shape check (private.is_translations(translations))
);

create index pictures_property on public.pictures (property_id, created_at desc, id);
create index pictures_announcer on public.pictures (announced_by);
create index pictures_unused on public.pictures (unused_since) where unused_since is not null;

-- Of the texts alone: they are what an owner writes, and a use is no change of them.
create trigger pictures_touch_updated_at
  before update of alt, translations on public.pictures
  for each row execute function private.touch_updated_at();

create trigger pictures_audit
  after update of alt, translations on public.pictures
  for each row execute function private.audit_row_change('manager');

alter table public.pictures enable row level security;

grant select on public.pictures to authenticated;

grant update (alt, translations) on public.pictures to authenticated;

-- Everybody who works at a property sees its pictures.
create policy "members see the pictures of their properties" on public.pictures
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- Managers say what a picture shows. Only functions add and remove pictures, since each has objects in Storage.
create policy "managers describe pictures" on public.pictures
  for update to authenticated
  using (property_id in (select private.member_property_ids('manager')))
  with check (property_id in (select private.member_property_ids('manager')));

-- The names of a picture's objects.
create function private.list_picture_objects(p_property_id uuid, p_id uuid)
returns setof text
language sql
immutable
set search_path = ''
as $$
  select 'pictures/' || p_property_id::text || '/' || p_id::text || '/' || width || '.webp'
  from unnest(array[480, 960, 1600]) as w (width)
$$;

-- Definer: looks the object's picture up for the policy below, whatever the caller may read.
create function private.is_announced_picture(p_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.pictures p
    where p.path = '/' || regexp_replace(p_name, '/[0-9]+\.webp$', '/1600.webp')
      and p_name in (select private.list_picture_objects(p.property_id, p.id))
      and p.stored_at is null
      and p.created_at > now() - interval '1 hour'
      and p.announced_by = (select private.current_account_id())
      and p.property_id in (select private.member_property_ids('manager'))
  )
$$;
grant execute on function private.is_announced_picture(text) to authenticated;

-- Only who announced a picture stores its objects, within the hour, and only until it is finished. No policy lets anybody read
-- a list of the objects, or replace or delete one: Storage serves a public bucket by the object's name.
create policy "managers store pictures they announced" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'property-pictures' and private.is_announced_picture(name));

-- Definer: no role inserts pictures. Called before the server reads and decodes a file, which is what costs. Returns the id of
-- the picture, whose objects may then be stored.
create function public.announce_picture(property_id uuid)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  seconds integer;
  announced uuid;
begin
  perform private.require_member(announce_picture.property_id, 'manager');
  seconds := private.take_hit('pictures:' || private.current_account_id()::text, 60, '10 minutes');
  if seconds > 0 then
    perform private.raise_api_error(429, 'rate_limited', jsonb_build_object('retryAfterSeconds', seconds));
  end if;
  if (select count(*) from public.pictures p where p.property_id = announce_picture.property_id) >= 1000 then
    perform private.raise_api_error(409, 'conflict', '{"reason": "too_many_pictures"}');
  end if;
  insert into public.pictures (property_id, announced_by)
    values (announce_picture.property_id, private.current_account_id())
    returning id into announced;
  return announced;
end
$$;
grant execute on function public.announce_picture(uuid) to authenticated;

-- Definer: only this marks a picture as stored, when all its objects are there. Twice is as good as once.
create function public.finish_picture(picture_id uuid, width integer, height integer, bytes integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  announced public.pictures;
begin
  select * into announced from public.pictures p where p.id = finish_picture.picture_id for update;
  perform private.require_member(announced.property_id, 'manager');
  if announced.stored_at is not null then
    return;
  end if;
  if exists (
    select from private.list_picture_objects(announced.property_id, announced.id) as wanted (name)
    where not exists (
      select from storage.objects o where o.bucket_id = 'property-pictures' and o.name = wanted.name
    )
  ) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "picture_is_not_stored"}');
  end if;
  update public.pictures p
    set width = finish_picture.width, height = finish_picture.height, bytes = finish_picture.bytes,
      stored_at = now(), unused_since = now()
    where p.id = announced.id;
end
$$;
grant execute on function public.finish_picture(uuid, integer, integer, integer) to authenticated;

-- Definer: no role deletes pictures. Refuses one that a page shows.
create function public.remove_picture(picture_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  unwanted public.pictures;
begin
  select * into unwanted from public.pictures p where p.id = remove_picture.picture_id for update;
  perform private.require_member(unwanted.property_id, 'manager');
  if unwanted.unused_since is null then
    perform private.raise_api_error(409, 'conflict', '{"reason": "picture_is_used"}');
  end if;
  delete from public.pictures p where p.id = unwanted.id;
  perform private.write_audit(
    unwanted.property_id, 'picture_removed', 'pictures', unwanted.id,
    jsonb_strip_nulls(jsonb_build_object('name', nullif(unwanted.alt, '')))
  );
end
$$;
grant execute on function public.remove_picture(uuid) to authenticated;

-- Pictures as a guest's page shows them, in their order: the path, and what each shows in the reader's language. A file of the
-- deployment has no text.
create function private.describe_pictures(p_paths text[], p_locale text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.in_locale(jsonb_build_object('alt', coalesce(p.alt, '')), coalesce(p.translations, '{}'), p_locale)
      || jsonb_build_object('path', shown.path)
    order by shown.position
  ), '[]')
  from unnest(p_paths) with ordinality as shown (path, position)
  left join public.pictures p on p.path = shown.path
$$;

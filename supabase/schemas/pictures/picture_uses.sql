-- Which row names which picture. Triggers write it, so that a picture in use can't be removed and one that is gone can't be
-- named, also when both happen at once.

create table public.picture_uses (
  picture_id uuid not null,
  property_id uuid not null references public.accom_properties (id) on delete cascade,
  table_name text not null,
  row_id uuid not null,
  primary key (picture_id, table_name, row_id),
  constraint picture_uses_picture_of_property foreign key (picture_id, property_id) references public.pictures (id, property_id)
);

create index picture_uses_picture on public.picture_uses (picture_id, property_id);
create index picture_uses_property on public.picture_uses (property_id);
create index picture_uses_row on public.picture_uses (table_name, row_id);

alter table public.picture_uses enable row level security;

grant select on public.picture_uses to authenticated;

-- Members see where a picture is shown, before they take it away.
create policy "members see the uses of their pictures" on public.picture_uses
  for select to authenticated using (property_id in (select private.member_property_ids()));

-- The uploaded pictures that a column names: one path or a list of them.
create function private.list_uploaded_pictures(p_value jsonb)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select coalesce(array_agg(distinct path), '{}')
  from jsonb_array_elements_text(
    case jsonb_typeof(p_value) when 'array' then p_value when 'string' then jsonb_build_array(p_value) else '[]' end
  ) as p (path)
  where path like '/pictures/%'
$$;

-- Definer: no role writes uses. For a table with pictures:
-- `after insert or delete or update of <column> … execute function private.note_picture_uses('<column>')`. The second argument is
-- the column with the property's id, where it has another name. Refuses a picture that is gone, not stored yet or another
-- property's. The pictures are locked before they are counted, so the sweep can't remove one meanwhile.
create function private.note_picture_uses()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  written constant jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  owner constant uuid := written ->> coalesce(tg_argv[1], 'property_id');
  own_id constant uuid := written ->> 'id';
  paths constant text[] := case when tg_op = 'DELETE' then '{}' else private.list_uploaded_pictures(written -> tg_argv[0]) end;
  named uuid[];
begin
  select coalesce(array_agg(locked.id), '{}') into named from (
    select p.id from public.pictures p
    where p.path = any (paths) and p.property_id = owner and p.stored_at is not null
    order by p.id
    for key share
  ) locked;
  if cardinality(named) < cardinality(paths) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "picture_is_gone"}');
  end if;
  with dropped as (
    delete from public.picture_uses u
      where u.table_name = tg_table_name and u.row_id = own_id and u.picture_id <> all (named)
      returning u.picture_id
  )
  update public.pictures p set unused_since = now()
    where p.id in (select d.picture_id from dropped d)
      and not exists (
        select from public.picture_uses u
        where u.picture_id = p.id and not (u.table_name = tg_table_name and u.row_id = own_id)
      );
  insert into public.picture_uses (picture_id, property_id, table_name, row_id)
    select picture_id, owner, tg_table_name, own_id from unnest(named) as n (picture_id)
    on conflict do nothing;
  update public.pictures p set unused_since = null where p.id = any (named) and p.unused_since is not null;
  return null;
end
$$;

create trigger accom_properties_note_pictures
  after insert or delete or update of images on public.accom_properties
  for each row execute function private.note_picture_uses('images', 'id');

create trigger accom_room_types_note_pictures
  after insert or delete or update of images on public.accom_room_types
  for each row execute function private.note_picture_uses('images');

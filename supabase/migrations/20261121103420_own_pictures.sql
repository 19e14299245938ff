-- Pictures are shown from our own address and from nowhere else (docs/decisions/0011): what a page's policy would not show
-- is not taken. A path ends in a picture's name, so it is none of our pages, which would be read, and sign in, as pictures.

-- For the checks below: one path, or none.
create function private.is_picture(p_path text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_path is null or (p_path ~ '^(/[A-Za-z0-9_-]+)+\.(webp|png|jpe?g|svg)$' and length(p_path) <= 200)
$$;

-- For the check below: a house shows twenty at most.
create function private.are_pictures(p_paths text[])
returns boolean
language sql
immutable
set search_path = ''
as $$
  select cardinality(p_paths) <= 20 and coalesce(bool_and(path is not null and private.is_picture(path)), true)
  from unnest(p_paths) as p (path)
$$;
-- Checks run as whoever writes the row.
grant execute on function private.is_picture(text), private.are_pictures(text[]) to authenticated;

-- No guest has seen these: the policy of the page kept them out.
update public.accom_service_items set image = null where not private.is_picture(image);
update public.accom_properties p set images = array(
    select path from unnest(p.images) with ordinality as i (path, position)
    where private.is_picture(path) order by position limit 20
  )
  where not private.are_pictures(p.images);

alter table public.accom_service_items drop constraint accom_service_items_image_has_its_form;
alter table public.accom_service_items
  add constraint accom_service_items_image_has_its_form check (private.is_picture(image)) not valid;
alter table public.accom_properties
  add constraint accom_properties_images_have_their_form check (private.are_pictures(images)) not valid;
alter table public.accom_service_items validate constraint accom_service_items_image_has_its_form;
alter table public.accom_properties validate constraint accom_properties_images_have_their_form;

-- How the guests of a property prove who they are, and what they see before they do.

create type public.accom_property_type as enum ('hostel', 'hotel', 'villa', 'apartment', 'resort');

-- What a property in this country starts to keep of a guest's ID. A picture only where its law wants one; fields where it wants
-- a register or is not known; nothing in the United States, where no general rule asks for either. The countries and their
-- sources are in documentLaws (TypeScript), which has the same rule.
create function private.default_documents(p_country text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_country in ('JP', 'ID') then 'image' when p_country = 'US' then 'off' else 'fields_only' end
$$;
grant execute on function private.default_documents(text) to authenticated;

-- The settings that a property of this type in this country starts with.
create function private.default_access_settings(p_type public.accom_property_type, p_country text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'browse_requires_verification', false,
    'wifi_visible_without_booking', p_type <> 'resort',
    'order_requires_verification', p_type in ('hostel', 'hotel', 'resort'),
    'verification_method', case
      when p_type = 'resort' then 'pin'
      when p_type in ('hostel', 'hotel') then 'last_name'
      else 'none'
    end,
    'auto_checkin_on_verify', false,
    'readable_room_links', false,
    'occupancy_hidden', false,
    'documents', private.default_documents(p_country)
  )
$$;

-- For the check of access_settings; reads nothing but its argument. The same shape is accessSettingsSchema in
-- TypeScript.
create function private.is_access_settings(p_value jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'object'
    and (select count(*) from jsonb_object_keys(case when jsonb_typeof(p_value) = 'object' then p_value else '{}' end)) = 8
    and jsonb_typeof(p_value -> 'browse_requires_verification') = 'boolean'
    and jsonb_typeof(p_value -> 'wifi_visible_without_booking') = 'boolean'
    and jsonb_typeof(p_value -> 'order_requires_verification') = 'boolean'
    and jsonb_typeof(p_value -> 'auto_checkin_on_verify') = 'boolean'
    and jsonb_typeof(p_value -> 'readable_room_links') = 'boolean'
    and jsonb_typeof(p_value -> 'occupancy_hidden') = 'boolean'
    and p_value -> 'verification_method' in ('"last_name"', '"pin"', '"room_number"', '"none"')
    and p_value -> 'documents' in ('"off"', '"fields_only"', '"image"'),
    false
  )
$$;

-- The verification method of a room. Being in a dorm does not prove which bed is one's own, so a dorm asks at least for a
-- last name.
create function private.effective_method(p_settings jsonb, p_beds text[])
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when cardinality(p_beds) > 0 and method in ('none', 'room_number') then 'last_name'
    else method
  end
  from (
    select case
      when (p_settings ->> 'order_requires_verification')::boolean
        or (p_settings ->> 'browse_requires_verification')::boolean
      then p_settings ->> 'verification_method'
      else 'none'
    end as method
  ) asked
$$;

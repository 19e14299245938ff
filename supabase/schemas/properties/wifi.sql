-- WiFi as owners write it.

-- Whether this is a network's name, or null: 1 to 32 bytes by the WiFi standard. It ends up in QR codes and profiles, so it
-- has no control characters.
create function private.is_wifi_network(p_network text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_network is null or (octet_length(p_network) between 1 and 32 and p_network !~ '[\u0001-\u001f\u007f-\u009f]')
$$;

-- Whether this is a WPA passphrase, or null: 8 to 63 characters.
create function private.is_wifi_password(p_password text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_password is null or (length(p_password) between 8 and 63 and p_password !~ '[\u0001-\u001f\u007f-\u009f]')
$$;

-- Whether these are zones: [{ name, network, password?, primary?, translations? }] with at most one primary. A zone without
-- a password is an open network. The same shape is wifiZonesSchema in TypeScript.
create function private.is_wifi_zones(p_value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  zone jsonb;
  primary_count integer := 0;
begin
  if jsonb_typeof(p_value) is distinct from 'array' or jsonb_array_length(p_value) > 30 then
    return false;
  end if;
  for zone in select value from jsonb_array_elements(p_value) loop
    if jsonb_typeof(zone) <> 'object'
      or exists (
        select from jsonb_object_keys(zone) k where k not in ('name', 'network', 'password', 'primary', 'translations')
      )
      or not coalesce(jsonb_typeof(zone -> 'name') = 'string' and length(zone ->> 'name') between 1 and 80, false)
      or not coalesce(jsonb_typeof(zone -> 'network') = 'string' and private.is_wifi_network(zone ->> 'network'), false)
      or (zone ? 'password' and jsonb_typeof(zone -> 'password') not in ('string', 'null'))
      or not private.is_wifi_password(zone ->> 'password')
      or (zone ? 'primary' and jsonb_typeof(zone -> 'primary') <> 'boolean')
      or not private.is_translations(coalesce(zone -> 'translations', '{}'))
    then
      return false;
    end if;
    primary_count := primary_count + coalesce((zone ->> 'primary')::boolean, false)::integer;
  end loop;
  return primary_count <= 1;
end
$$;

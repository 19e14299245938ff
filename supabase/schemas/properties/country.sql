-- The country, the currency and the language of a place, and until when they can be changed.

-- Whether the place has amounts of money: a price of a room or of an item, or what a guest owes. They keep no currency of their own, or
-- that of their day, so another currency would change what they mean. An item that costs nothing costs nothing in every currency.
create function private.has_amounts(p_property_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select from public.accom_service_items i where i.property_id = p_property_id and i.price > 0)
    or exists (select from public.accom_room_types t where t.property_id = p_property_id and t.price is not null)
    or exists (select from public.accom_room_type_seasons s where s.property_id = p_property_id)
    or exists (select from public.accom_booking_prices b where b.property_id = p_property_id)
    or exists (select from public.accom_service_orders o where o.property_id = p_property_id)
$$;

-- Whether anybody has stayed or booked at the place. The law about their IDs is that of its country.
create function private.has_guests(p_property_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select from public.accom_bookings b where b.property_id = p_property_id)
    or exists (select from public.guest_sessions s where s.property_id = p_property_id)
$$;

-- Which of the country and the currency of a place are fixed. A country that nobody has said yet (ZZ) is not.
create function private.list_fixed(p_property public.accom_properties)
returns text[]
language sql
stable
set search_path = ''
as $$
  select array_remove(array[
    case when p_property.country <> 'ZZ' and private.has_guests(p_property.id) then 'country' end,
    case when private.has_amounts(p_property.id) then 'currency' end
  ], null)
$$;

-- Definer: counts rows that the writer may not read, such as the prices of bookings. It is a trigger, so that an undo is refused too.
create function private.refuse_fixed()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  fixed constant text[] := private.list_fixed(old);
begin
  if old.country <> new.country and 'country' = any (fixed) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "country_is_fixed"}');
  end if;
  if old.currency <> new.currency and 'currency' = any (fixed) then
    perform private.raise_api_error(409, 'conflict', '{"reason": "currency_is_fixed"}');
  end if;
  return new;
end
$$;

create trigger accom_properties_refuse_fixed
  before update of country, currency on public.accom_properties
  for each row
  when (old.country <> new.country or old.currency <> new.currency)
  execute function private.refuse_fixed();

-- Definer, to authenticated: says which of the country and the currency of a place can no longer be changed, by rows of which a
-- manager may not see all.
create function public.list_fixed_settings(property_id uuid)
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  perform private.require_member(list_fixed_settings.property_id, 'manager');
  return (
    select private.list_fixed(p) from public.accom_properties p where p.id = list_fixed_settings.property_id
  );
end
$$;
grant execute on function public.list_fixed_settings(uuid) to authenticated;

-- Saves what the set-up asks about the country, in one step: the texts of the place change their language with it. Definer, to
-- authenticated: the language of a place is written by change_own_language alone.
create function public.save_country(
  property_id uuid, version timestamptz, country text, timezone text, currency text, locale text, access_settings jsonb, setup_step integer
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform public.change_own_language(save_country.property_id, save_country.locale, save_country.version);
  update public.accom_properties p
  set
    country = save_country.country, timezone = save_country.timezone, currency = save_country.currency,
    access_settings = save_country.access_settings, setup_step = save_country.setup_step
  where p.id = save_country.property_id;
end
$$;
grant execute on function public.save_country(uuid, timestamptz, text, text, text, text, jsonb, integer) to authenticated;

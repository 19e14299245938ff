-- What nights cost.

create type private.priced_night as (
  night date,
  price integer,
  is_weekend boolean,
  season text,
  minimum_nights integer
);

-- The nights of a stay in a room of this type, each with its price: that of the season it is in, else of the type. A weekend
-- night has the weekend price of the same, if it has one. The price is null where the guest has to ask.
create function private.list_priced_nights(p_room_type_id uuid, p_check_in date, p_check_out date, p_locale text)
returns setof private.priced_night
language sql
stable
set search_path = ''
as $$
  select
    n.night,
    coalesce(weekend.price, s.price, t.price),
    weekend.price is not null,
    private.in_locale(jsonb_build_object('name', s.name), s.translations, p_locale) ->> 'name',
    coalesce(s.minimum_nights, t.minimum_nights)
  from public.accom_room_types t
  -- Whole days are added to a date, because a timestamp would follow the clock of the connection.
  cross join lateral (
    select p_check_in + i as night from generate_series(0, p_check_out - p_check_in - 1) i
  ) n
  left join public.accom_room_type_seasons s
    on s.room_type_id = t.id and n.night between s.first_night and s.last_night
  left join lateral (
    select case when s.id is null then t.weekend_price else s.weekend_price end as price
    where extract(isodow from n.night)::integer = any (t.weekend_nights)
  ) weekend on true
  where t.id = p_room_type_id
$$;

-- What a stay costs and what the total is made of. The total is null as soon as one of its nights has no price. A stay has to
-- be as long as the longest minimum among its nights, so that no short stay takes a night out of a season.
create function private.price_stay(p_room_type_id uuid, p_check_in date, p_check_out date, p_locale text default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'totalMinor', case when bool_and(n.price is not null) then sum(n.price) end,
    'minimumNights', coalesce(max(n.minimum_nights), 1),
    'nights', coalesce(jsonb_agg(jsonb_build_object(
      'night', n.night, 'priceMinor', n.price, 'isWeekend', n.is_weekend, 'season', n.season
    ) order by n.night), '[]')
  )
  from private.list_priced_nights(p_room_type_id, p_check_in, p_check_out, p_locale) n
$$;

-- The lowest price of a night that can be booked from this day on, for "from". The type's own price counts only where the
-- seasons of the year leave it a night.
create function private.lowest_price(p_type public.accom_room_types, p_today date)
returns integer
language sql
stable
set search_path = ''
as $$
  select least(
    min(least(s.price, s.weekend_price)),
    case when coalesce(sum(least(s.last_night, p_today + 365) - greatest(s.first_night, p_today) + 1), 0) < 366
      then least(p_type.price, p_type.weekend_price)
    end
  )
  from public.accom_room_type_seasons s
  where s.room_type_id = p_type.id and s.last_night >= p_today and s.first_night <= p_today + 365
$$;

-- Name and text of a type as a guest reads them. `translated` names the fields of the outcome.
create function private.describe_room_type(p_type public.accom_room_types, p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('roomType', coalesce(texts ->> 'name', ''), 'description', coalesce(texts ->> 'description', ''))
    || case when texts ? 'translated' then jsonb_build_object('translated', (
      select jsonb_agg(case t.key when 'name' then 'roomType' else t.key end) from jsonb_array_elements_text(texts -> 'translated') t (key)
    )) else '{}' end
  from private.in_locale(
    jsonb_build_object('name', p_type.name, 'description', p_type.description), p_type.translations, p_locale
  ) texts
$$;

-- Definer, to authenticated: what these nights cost, as a guest would be told. For the trial beside the prices, so that an
-- owner sees what their numbers come to.
create function public.try_price(room_type_id uuid, check_in date, check_out date)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  found_property_id uuid;
begin
  select t.property_id into found_property_id from public.accom_room_types t where t.id = try_price.room_type_id;
  perform private.require_member(found_property_id, 'staff');
  if (check_out - check_in between 1 and 90) is not true then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nights_cannot_be_booked"}');
  end if;
  return private.price_stay(room_type_id, check_in, check_out);
end
$$;
grant execute on function public.try_price(uuid, date, date) to authenticated;

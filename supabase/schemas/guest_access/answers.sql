-- Answers to the verification question: their form, and whose stay they prove.

-- Whether this has the form of an answer to the method's question, and is not too long. If not, the call is refused and not
-- counted as a try: a PIN with a digit too few is a slip and no guess.
create function private.is_answer_to(p_method text, p_answer jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(case p_method
    when 'none' then true
    when 'last_name' then jsonb_typeof(p_answer -> 'lastName') = 'string' and length(p_answer ->> 'lastName') <= 200
    when 'room_number' then jsonb_typeof(p_answer -> 'roomNumber') = 'string' and length(p_answer ->> 'roomNumber') <= 40
    when 'pin' then jsonb_typeof(p_answer -> 'pin') = 'string' and p_answer ->> 'pin' ~ '^[0-9]{6}$'
  end, false)
$$;

-- The words of a name, each in the form in which names are compared. The slash stands between them meanwhile, since
-- normalise_name takes spaces and hyphens away.
create function private.split_name(p_name text)
returns text[]
language sql
stable
set search_path = ''
as $$
  select array_remove(
    string_to_array(
      private.normalise_name(regexp_replace(normalize(coalesce(p_name, ''), nfkd), '[\s,;.·・‐‑–—-]+', '/', 'g')),
      '/'
    ),
    ''
  )
$$;

-- The words of a full name that are not the last name. The last name is cut off at the beginning or the end, wherever
-- spaces and hyphens stand in it. A name in a script without spaces is cut between its characters.
create function private.split_given_names(p_name text, p_last_name text)
returns text[]
language plpgsql
stable
set search_path = ''
as $$
declare
  words constant text[] := private.split_name(p_name);
  last_name constant text := array_to_string(private.split_name(p_last_name), '');
  count constant integer := cardinality(words);
begin
  for size in 1..count loop
    if array_to_string(words[1:size], '') = last_name then
      return words[size + 1:];
    elsif array_to_string(words[count - size + 1:], '') = last_name then
      return words[:count - size];
    end if;
  end loop;
  if count = 1 and starts_with(words[1], last_name)
    and normalize(p_name, nfc) ~ '^\s*[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]+\s*$'
  then
    return array[substr(words[1], length(last_name) + 1)];
  end if;
  return words;
end
$$;

-- Whether a guest who typed this typed their last name: alone, or with given names of theirs, in any order. Given names
-- alone are not enough: everybody at the table hears them. Which functions it calls does not depend on the booking, which
-- may be nobody's.
create function private.is_name_of(p_typed text, p_name text, p_last_name text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  typed_words constant text[] := private.split_name(p_typed);
  last_words constant text[] := private.split_name(p_last_name);
  given_words constant text[] := private.split_given_names(p_name, p_last_name);
  typed constant text := array_to_string(typed_words, '');
  last_name constant text := array_to_string(last_words, '');
  given_name constant text := array_to_string(given_words, '');
  without_given_names text;
begin
  select string_agg(t.word, '' order by t.place) into without_given_names
    from unnest(typed_words) with ordinality as t (word, place) where t.word <> all (given_words);
  return last_name <> '' and (
    -- Spaces and hyphens may stand elsewhere: "O Brien", "vanderBerg Pieter", "山田太郎".
    typed in (last_name, given_name || last_name, last_name || given_name)
    or coalesce(without_given_names = last_name, false)
    -- Words in any order: each of the last name, and of the given names any. "García Ana López".
    or not exists (
      select from (
        select word, 'typed' as origin from unnest(typed_words) as t (word)
        union all select word, 'last' from unnest(last_words) as l (word)
        union all select word, 'given' from unnest(given_words) as g (word)
      ) w
      group by w.word
      having count(*) filter (where origin = 'typed')
        not between count(*) filter (where origin = 'last') and count(*) filter (where origin <> 'typed')
    )
  );
end
$$;

-- Whether the answer proves this stay, by the room's method only. If the booking has no PIN, the answer is hashed all the
-- same, with a salt of the same cost that no PIN hashes to: bcrypt takes so long that a caller could measure the
-- difference.
create function private.proves_stay(
  p_method text,
  p_answer jsonb,
  p_room public.accom_rooms,
  p_booking public.accom_bookings
)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case p_method
    when 'none' then true
    when 'last_name' then
      private.is_name_of(p_answer ->> 'lastName', p_booking.guest_name, p_booking.guest_last_name)
    when 'room_number' then
      private.normalise_name(p_answer ->> 'roomNumber') = private.normalise_name(p_room.room_number)
    when 'pin' then coalesce(
      extensions.crypt(p_answer ->> 'pin', coalesce(p_booking.pin_hash, '$2a$08$GudBroStaysNobodysPinu')) = p_booking.pin_hash,
      false
    )
    else false
  end
$$;

-- The one stay in this room that the answer proves now. No row: it proves none, or stays of two different beds. An
-- answer is always compared as often as in a full room: twice in a private room, where one guest may leave as another
-- arrives, and once for each bed in a dorm. So the time of a refusal does not reveal whether anybody is in the room.
create function private.match_stay(
  p_room public.accom_rooms,
  p_property public.accom_properties,
  p_method text,
  p_answer jsonb,
  p_at timestamptz
)
returns setof public.accom_bookings
language plpgsql
stable
set search_path = ''
as $$
declare
  nobody public.accom_bookings;
  candidate public.accom_bookings;
  compared integer := 0;
  matching public.accom_bookings[] := '{}';
begin
  for candidate in
    select * from private.find_stays(p_room.id, p_property.timezone, p_property.checkout_time, p_at)
  loop
    compared := compared + 1;
    if private.proves_stay(p_method, p_answer, p_room, candidate) then
      matching := matching || candidate;
    end if;
  end loop;
  for missing in compared + 1 .. greatest(2, cardinality(p_room.beds)) loop
    perform private.proves_stay(p_method, p_answer, p_room, nobody);
  end loop;
  if (select count(distinct m.bed) from unnest(matching) m) = 1 then
    return next matching[1];
  end if;
end
$$;

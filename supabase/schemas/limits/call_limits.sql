-- How often a caller may call guest functions.

-- A client is the salted hash of the caller's address, so no address is stored. Without one nothing can be limited.
create function private.require_client(p_client text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if coalesce(length(p_client), 0) not between 16 and 128 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "client_is_missing"}');
  end if;
end
$$;

-- The seconds to wait after too many misses: 30 a minute or 300 a day stop an address from looking up any code.
create function private.wait_after_misses(p_client text)
returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(
    private.wait_for('miss/minute:' || p_client, 30, '1 minute'),
    private.wait_for('miss/day:' || p_client, 300, '1 day')
  )
$$;

-- Counts a look-up of a code that does not exist.
create function private.count_miss(p_client text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.take_hit('miss/minute:' || p_client, 30, '1 minute');
  perform private.take_hit('miss/day:' || p_client, 300, '1 day');
end
$$;

-- Limits look-ups of codes: 600 a minute and address, and none after too many misses. Returns the refusal, or null. Misses
-- are read twice: first because that is cheap, and again after counting, which makes calls of one address wait for each
-- other, so that a burst of calls does not guess past the limit.
create function private.limit_lookup(p_client text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  seconds integer;
begin
  perform private.require_client(p_client);
  seconds := private.wait_after_misses(p_client);
  if seconds = 0 then
    seconds := private.take_hit('lookup:' || p_client, 600, '1 minute');
  end if;
  if seconds = 0 then
    seconds := private.wait_after_misses(p_client);
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) end;
end
$$;

-- Limits verification: 5 tries a minute of one address for one room or code, 60 for all of them. The phones on a stay have
-- limits of their own: then `p_client` is their source (access_attempts.sql). Both limits are read before either is
-- counted, so a limited call writes nothing. Returns the refusal, or null.
create function private.limit_verification(p_code text, p_client text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  one_key constant text := 'verify:' || p_code || ':' || p_client;
  all_key constant text := 'verify:' || p_client;
  seconds integer;
begin
  perform private.require_client(p_client);
  seconds := greatest(private.wait_for(one_key, 5, '1 minute'), private.wait_for(all_key, 60, '1 minute'));
  if seconds = 0 then
    seconds := private.take_hit(one_key, 5, '1 minute');
  end if;
  if seconds = 0 then
    seconds := private.take_hit(all_key, 60, '1 minute');
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) end;
end
$$;

-- The same where the code itself could be guessed: an address with too many misses is refused as well. Misses are read
-- again after counting, for the reason given at limit_lookup.
create function private.limit_verification_and_misses(p_code text, p_client text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  seconds integer;
  refusal jsonb;
begin
  perform private.require_client(p_client);
  seconds := private.wait_after_misses(p_client);
  if seconds = 0 then
    refusal := private.limit_verification(p_code, p_client);
    seconds := private.wait_after_misses(p_client);
  end if;
  return coalesce(refusal, case when seconds > 0 then private.refuse_for_now(seconds) end);
end
$$;

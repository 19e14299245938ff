-- Hits per key and window, shared by any number of servers. Unlogged: after a crash all counts start at zero.

create unlogged table public.rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

create index rate_limits_window on public.rate_limits (window_start);

-- No policy and no grant: only definer functions use it.
alter table public.rate_limits enable row level security;

-- Seconds until then, for Retry-After: whole ones, and at least one.
create function private.seconds_left(p_until timestamptz)
returns integer
language sql
stable
set search_path = ''
as $$
  select greatest(ceil(extract(epoch from p_until - now())), 1)::integer
$$;

-- Reads the limit without counting. 0: allowed; else the seconds until the window ends.
create function private.wait_for(p_key text, p_limit integer, p_window interval)
returns integer
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select private.seconds_left(r.window_start + p_window)
      from public.rate_limits r
      where r.key = p_key and r.window_start = date_bin(p_window, now(), 'epoch') and r.hits >= p_limit
    ),
    0
  )
$$;

-- Counts one hit, and returns what wait_for returns. It reads first, so that a limited call writes nothing and waits for
-- nobody; the count itself is one statement, so that calls at the same time are all counted.
create function private.take_hit(p_key text, p_limit integer, p_window interval)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  this_window timestamptz := date_bin(p_window, now(), 'epoch');
  seconds integer := private.wait_for(p_key, p_limit, p_window);
begin
  if seconds > 0 then
    return seconds;
  end if;
  insert into public.rate_limits as r (key, window_start) values (p_key, this_window)
    on conflict (key, window_start) do update set hits = r.hits + 1 where r.hits < p_limit;
  if found then
    return 0;
  end if;
  return private.seconds_left(this_window + p_window);
end
$$;

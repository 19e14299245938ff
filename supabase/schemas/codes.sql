-- Codes and PINs.

-- A random code, uniform by rejection: five bits of a cryptographic byte pick one of 31 characters, the 32nd value is
-- thrown away. The alphabet has no 0, O, 1, I and L.
create function private.generate_code(p_prefix text, p_length integer)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  alphabet constant text := 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  random_bytes bytea;
  picked text := '';
  five_bits integer;
begin
  loop
    random_bytes := extensions.gen_random_bytes(16);
    for i in 0..15 loop
      five_bits := get_byte(random_bytes, i) & 31;
      continue when five_bits = 31;
      picked := picked || substr(alphabet, five_bits + 1, 1);
      if length(picked) = p_length then
        return p_prefix || picked;
      end if;
    end loop;
  end loop;
end
$$;

-- Draws a code that no row has and that no other transaction can draw before this one ends: it holds the code's advisory
-- lock. Where another transaction holds that lock the next code is drawn, so nobody waits and nobody can deadlock.
create function private.claim_code(p_table regclass, p_column name, p_prefix text, p_length integer)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  candidate text;
  is_taken boolean;
begin
  loop
    candidate := private.generate_code(p_prefix, p_length);
    if p_prefix = '' then
      candidate := substr(candidate, 1, p_length / 2) || '-' || substr(candidate, p_length / 2 + 1);
    end if;
    continue when not pg_try_advisory_xact_lock(hashtextextended(candidate, 0));
    execute format('select exists (select from %s where %I = $1)', p_table, p_column) into is_taken using candidate;
    exit when not is_taken;
  end loop;
  return candidate;
end
$$;

-- Six random digits, uniform: four bits of a cryptographic byte each, ten to fifteen thrown away.
create function private.generate_pin()
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  picked text := '';
  four_bits integer;
begin
  while length(picked) < 6 loop
    four_bits := get_byte(extensions.gen_random_bytes(1), 0) & 15;
    if four_bits < 10 then
      picked := picked || four_bits;
    end if;
  end loop;
  return picked;
end
$$;

-- Salted, and slow on purpose: six digits are few, so trying them against a stolen hash must cost time.
create function private.hash_pin(p_pin text)
returns text
language sql
volatile
set search_path = ''
as $$
  select extensions.crypt(p_pin, extensions.gen_salt('bf', 8))
$$;

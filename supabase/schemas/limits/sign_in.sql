-- How often somebody may try to sign in to the backoffice. Supabase Auth limits by address only, and all tries come to it from
-- the address of our server.

-- Definer, to backoffice_api: counts a try before Supabase Auth is asked, the right ones too. Returns { ok: true } or a
-- refusal, the same for an address with an account and one without. All three arguments are salted hashes or random: account
-- of the e-mail address, client of the caller's address, device of a browser that has signed in to this account before, or
-- null. Such a browser has tries of its own, so that a flood of wrong passwords for an account does not keep its owner out.
create function public.admit_sign_in(account text, client text, device text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  device_key constant text := 'sign-in/device:' || device || ':' || account;
  client_key constant text := 'sign-in/client:' || client;
  pair_key constant text := 'sign-in/client:' || client || ':' || account;
  account_key constant text := 'sign-in/account:' || account;
  seconds integer;
begin
  perform private.require_client(client);
  perform private.require_client(account);
  if device is not null then
    perform private.require_client(device);
    seconds := private.take_hit(device_key, 10, '15 minutes');
  else
    -- All are read before one is counted, so that a refused try does not use up the account's.
    seconds := greatest(
      private.wait_for(pair_key, 10, '15 minutes'),
      private.wait_for(client_key, 60, '15 minutes'),
      private.wait_for(account_key, 200, '1 hour')
    );
    if seconds = 0 then
      seconds := greatest(
        private.take_hit(pair_key, 10, '15 minutes'),
        private.take_hit(client_key, 60, '15 minutes'),
        private.take_hit(account_key, 200, '1 hour')
      );
    end if;
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) else jsonb_build_object('ok', true) end;
end
$$;
grant execute on function public.admit_sign_in(text, text, text) to backoffice_api;

-- How often somebody may try to get into the backoffice. Supabase Auth limits by address only, and all tries come to it from the
-- address of our server.

-- Counts a try: the limit of one address for one account and of one address for all accounts are for 15 minutes, that of all
-- addresses for one account is for an hour. All three arguments are salted hashes or random: account of the e-mail address,
-- client of the caller's address, device of a browser that has signed in to this account before, or null. Such a browser has
-- tries of its own, so that a flood of tries for an account does not keep its owner out.
create function private.admit_try(
  p_kind text, p_account text, p_client text, p_device text, p_pair_limit integer, p_client_limit integer, p_account_limit integer
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  device_key constant text := p_kind || '/device:' || p_device || ':' || p_account;
  client_key constant text := p_kind || '/client:' || p_client;
  pair_key constant text := p_kind || '/client:' || p_client || ':' || p_account;
  account_key constant text := p_kind || '/account:' || p_account;
  seconds integer;
begin
  perform private.require_client(p_client);
  perform private.require_client(p_account);
  if p_device is not null then
    perform private.require_client(p_device);
    seconds := private.take_hit(device_key, p_pair_limit, '15 minutes');
  else
    -- All are read before one is counted, so that a refused try does not use up the account's.
    seconds := greatest(
      private.wait_for(pair_key, p_pair_limit, '15 minutes'),
      private.wait_for(client_key, p_client_limit, '15 minutes'),
      private.wait_for(account_key, p_account_limit, '1 hour')
    );
    if seconds = 0 then
      seconds := greatest(
        private.take_hit(pair_key, p_pair_limit, '15 minutes'),
        private.take_hit(client_key, p_client_limit, '15 minutes'),
        private.take_hit(account_key, p_account_limit, '1 hour')
      );
    end if;
  end if;
  return case when seconds > 0 then private.refuse_for_now(seconds) else jsonb_build_object('ok', true) end;
end
$$;

-- Definer, to backoffice_api: counts a try with a password, a mailed code or a link before Supabase Auth is asked, the right
-- ones too. Returns { ok: true } or a refusal, the same for an address with an account and one without.
create function public.admit_sign_in(account text, client text, device text default null)
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select private.admit_try('sign-in', admit_sign_in.account, admit_sign_in.client, admit_sign_in.device, 10, 60, 200)
$$;
grant execute on function public.admit_sign_in(text, text, text) to backoffice_api;

-- Definer, to backoffice_api: counts a request for a mail, which is a sign-up, a code or a new password, before Supabase Auth is
-- asked. Few, so that nobody can fill a stranger's mailbox or use up what the deployment may send; counted for every address,
-- so that the response does not tell which has an account. One caller alone, with three in a quarter of an hour, does not use up the
-- fifteen an hour of an address. At most one a minute for one address, as Supabase Auth wants it.
create function public.admit_mail(account text, client text, device text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  minute_key constant text := 'mail/minute:' || admit_mail.account;
  seconds integer;
  outcome jsonb;
begin
  perform private.require_client(admit_mail.account);
  seconds := private.wait_for(minute_key, 1, '1 minute');
  if seconds > 0 then
    return private.refuse_for_now(seconds);
  end if;
  outcome := private.admit_try('mail', admit_mail.account, admit_mail.client, admit_mail.device, 3, 20, 15);
  if outcome ->> 'ok' = 'false' then
    return outcome;
  end if;
  -- Of two at the same moment only one is admitted.
  seconds := private.take_hit(minute_key, 1, '1 minute');
  return case when seconds > 0 then private.refuse_for_now(seconds) else outcome end;
end
$$;
grant execute on function public.admit_mail(text, text, text) to backoffice_api;

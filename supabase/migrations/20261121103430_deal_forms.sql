-- What a deal says has to be readable by every phone: an address that is none, or a day beyond all calendars, was taken
-- here and then kept the whole page of the place from its guests.

-- A host and what may follow it. No name or password before the host: https://bank.example@elsewhere leads elsewhere.
create function private.is_web_link(p_link text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_link is null or (
    p_link ~ '^https://[^[:space:][:cntrl:]/?#:@%<>"^`{|}\\\[\]]+(:[1-9][0-9]{0,3})?([/?#][^[:space:][:cntrl:]]*)?$'
    and length(p_link) <= 500
  )
$$;
grant execute on function private.is_web_link(text) to authenticated;

update public.accom_local_deals set link = null where not private.is_web_link(link);
update public.accom_local_deals set
  valid_from = case when valid_from between '2000-01-01' and '2199-12-31' then valid_from end,
  valid_until = case when valid_until between '2000-01-01' and '2199-12-31' then valid_until end
  where not (
    coalesce(valid_from between '2000-01-01' and '2199-12-31', true)
    and coalesce(valid_until between '2000-01-01' and '2199-12-31', true)
  );

alter table public.accom_local_deals drop constraint accom_local_deals_link_is_https;
alter table public.accom_local_deals
  add constraint accom_local_deals_link_is_https check (private.is_web_link(link)) not valid,
  add constraint accom_local_deals_days_are_sane check (
    coalesce(valid_from between '2000-01-01' and '2199-12-31', true)
    and coalesce(valid_until between '2000-01-01' and '2199-12-31', true)
  ) not valid;
alter table public.accom_local_deals validate constraint accom_local_deals_link_is_https;
alter table public.accom_local_deals validate constraint accom_local_deals_days_are_sane;

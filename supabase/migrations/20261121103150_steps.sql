-- One word for a step that does not exist, whoever takes it and whatever it is a step of.

-- Raises unless it is a step. Standing still is none.
create function private.require_step(p_is_step boolean, p_from text, p_to text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_is_step is not true then
    perform private.raise_api_error(409, 'illegal_step', jsonb_build_object('from', p_from, 'to', p_to));
  end if;
end
$$;

-- For the trigger: no role writes past it.
create or replace function private.check_order_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(private.is_order_step(old.status, new.status), old.status::text, new.status::text);
  return new;
end
$$;

-- For the trigger: no role writes past it.
create or replace function private.check_incident_step()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_step(private.is_incident_step(old.status, new.status), old.status::text, new.status::text);
  return new;
end
$$;

-- Definer, to authenticated: the desk's steps. Orders are written by functions alone, so no step is left out.
create or replace function public.set_order_status(order_id uuid, status public.order_status, reason text default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  found_order public.accom_service_orders;
begin
  select * into found_order from public.accom_service_orders o where o.id = set_order_status.order_id for update;
  perform private.require_member(found_order.property_id, 'staff');
  if set_order_status.status = 'cancelled' then
    perform private.raise_api_error(409, 'illegal_step', '{"reason": "guests_cancel_the_desk_rejects"}');
  end if;
  -- The trigger looks at changes; standing still would overwrite a reason the guest has read.
  perform private.require_step(
    private.is_order_step(found_order.status, set_order_status.status),
    found_order.status::text, set_order_status.status::text
  );
  if set_order_status.status = 'rejected' and coalesce(length(btrim(reason)), 0) not between 1 and 500 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "rejection_needs_a_reason"}');
  end if;
  update public.accom_service_orders o set
    status = set_order_status.status,
    reject_reason = case when set_order_status.status = 'rejected' then btrim(reason) end
  where o.id = found_order.id;
end
$$;

-- Definer, to authenticated: the desk moves a report on, answers it, or both. The same step again with nothing to say
-- is a second tap.
create or replace function public.set_incident_status(
  incident_id uuid,
  status public.incident_status default null,
  message text default ''
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  incident public.incidents;
  words constant text := coalesce(btrim(message), '');
  next_status public.incident_status;
begin
  select * into incident from public.incidents i where i.id = set_incident_status.incident_id for update;
  perform private.require_member(incident.property_id, 'staff');
  if set_incident_status.status is null and words = '' or length(words) > 2000 then
    perform private.raise_api_error(400, 'invalid_request', '{"reason": "nothing_to_say"}');
  end if;
  next_status := nullif(set_incident_status.status, incident.status);
  if next_status is null and words = '' then
    perform private.require_step(false, incident.status::text, incident.status::text);
  end if;
  update public.incidents i set status = coalesce(next_status, i.status) where i.id = incident.id;
  insert into public.incident_updates (incident_id, property_id, author, account_id, message, status)
    values (incident.id, incident.property_id, 'account', private.current_account_id(), words, next_status);
end
$$;

-- What the screens of a place ask for every few seconds.

-- Requests that wait for the desk, for its badge.
create index accom_bookings_requested on public.accom_bookings (property_id) where status = 'pending';

-- Definer, to authenticated: when something was last logged at the property, and how many things wait for a hand. A screen reads
-- anew what it shows when the answer is another one. A transaction that began earlier may be logged later under an earlier
-- time; the counts notice the new orders, cancellations, reports and requests among them. More than 99 is counted as 100.
-- The newest order tells that another one came while the count stayed the same. Of the orders, `newOrders` wait for a first step.
-- `unread` is of the caller's own notifications. `escalated` are the reports whose time is nearly over. `documents` are those that
-- have to be checked, for members who see documents. Housekeepers learn the version and how many rooms have to be cleaned, and no
-- other number.
-- Every open screen asks for it every three seconds. One plan serves all of its calls on a connection: planning reads more
-- than the answer does.
create function public.desk_pulse(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
declare
  member constant public.property_members := private.require_membership(desk_pulse.property_id, 'housekeeper');
  newest timestamptz;
  orders integer;
  new_orders integer;
  newest_order timestamptz;
  reports integer;
  escalated integer;
begin
  select l.created_at into newest from public.audit_log l
    where l.property_id = desk_pulse.property_id
    order by l.created_at desc
    limit 1;
  if member.role < 'staff' then
    return jsonb_build_object('version', newest, 'rooms', (
      select count(*) from (
        select from public.room_states s
        where s.property_id = desk_pulse.property_id
          and (s.state in ('dirty', 'cleaning') or (s.dirty_beds <> '{}' and s.state <> 'out_of_order'))
        limit 100
      ) one
    ));
  end if;
  select count(*), count(*) filter (where one.status = 'pending'), max(one.created_at)
    into orders, new_orders, newest_order from (
    select o.created_at, o.status from public.accom_service_orders o
    where o.property_id = desk_pulse.property_id
      and (o.status = 'pending' or (o.status = 'cancelled' and o.cancellation_seen_at is null))
    order by o.created_at desc
    limit 100
  ) one;
  select count(*) filter (where one.status = 'open'), count(*) filter (where one.escalates_at <= now())
    into reports, escalated from (
      select i.status, i.escalates_at from public.incidents i
      where i.property_id = desk_pulse.property_id and i.status in ('open', 'in_progress')
      order by i.escalates_at
      limit 100
    ) one;
  return jsonb_build_object(
    'version', newest,
    'orders', orders,
    'newOrders', new_orders,
    'newestOrder', newest_order,
    'reports', reports,
    'escalated', escalated,
    'requests', (
      select count(*) from (
        select from public.accom_bookings b
        where b.property_id = desk_pulse.property_id and b.status = 'pending' limit 100
      ) one
    ),
    'unread', private.count_unread(member.property_id, member.account_id)
  ) || case when not member.sees_documents then '{}' else jsonb_build_object('documents', (
    select count(*) from (
      select from public.accom_guest_documents d
      where d.property_id = desk_pulse.property_id and d.status = 'pending' and d.stored_at is not null limit 100
    ) one
  )) end;
end
$$;
grant execute on function public.desk_pulse(uuid) to authenticated;

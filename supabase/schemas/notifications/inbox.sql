-- What a member reads of their notifications, and marks as read.

-- What a notification says of its thing as it is now. Null where the thing is gone. All of it may be read from the role on that is
-- told of the kind.
create function private.describe_thing(p_kind public.notification_kind, p_thing_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when p_kind in ('order_new', 'order_late', 'order_cancelled') then (
      select jsonb_build_object('room', r.room_number, 'status', o.status)
      from public.accom_service_orders o join public.accom_rooms r on r.id = o.room_id
      where o.id = p_thing_id
    )
    when p_kind in ('report_new', 'report_reply', 'report_assigned', 'report_due_soon', 'report_overdue') then (
      select jsonb_build_object('room', r.room_number, 'status', i.status, 'title', i.title, 'priority', i.priority)
      from public.incidents i join public.accom_rooms r on r.id = i.room_id
      where i.id = p_thing_id
    )
    when p_kind = 'request_new' then (
      select jsonb_build_object(
        'room', r.room_number, 'status', b.status, 'guest', b.guest_name, 'from', b.check_in_date, 'to', b.check_out_date
      )
      from public.accom_bookings b join public.accom_rooms r on r.id = b.room_id
      where b.id = p_thing_id
    )
    -- The room, and no word of the document.
    when private.is_of_documents(p_kind) then (
      select jsonb_build_object('room', r.room_number, 'status', d.status)
      from public.accom_guest_documents d
      join public.accom_bookings b on b.id = d.booking_id
      left join public.accom_rooms r on r.id = b.room_id
      where d.id = p_thing_id
    )
    else '{}'
  end
$$;

-- Definer, to authenticated: a page of the caller's own inbox, newest first, those after this row; of the kinds alone that their role
-- is told of now. One more than a page has, so that its reader knows whether there is another.
create function public.list_notifications(
  property_id uuid, after_at timestamptz default null, after_id uuid default null
)
returns table (
  id uuid, kind public.notification_kind, thing_id uuid, happened_at timestamptz, read_at timestamptz, settled_at timestamptz,
  thing jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  member constant public.property_members := private.require_membership(list_notifications.property_id, 'staff');
begin
  return query
    select n.id, n.kind, n.thing_id, n.happened_at, n.read_at, n.settled_at, private.describe_thing(n.kind, n.thing_id)
    from (
      select * from public.notifications own
      where own.property_id = member.property_id and own.account_id = member.account_id and own.is_shown
        and private.may_be_told(own.kind, member.role, member.sees_documents)
        and (after_at is null or (own.happened_at, own.id) < (after_at, after_id))
      order by own.happened_at desc, own.id desc
      limit 51
    ) n
    order by n.happened_at desc, n.id desc;
end
$$;
grant execute on function public.list_notifications(uuid, timestamptz, uuid) to authenticated;

-- Definer, to authenticated: marks one of the caller's own notifications as read, or all of them, and says what the one was about.
-- Another member's is not found. Rows that are being settled at this moment are left out: they stop waiting anyway.
create function public.mark_notifications_read(property_id uuid, notification_id uuid default null)
returns table (kind public.notification_kind, thing_id uuid)
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  member constant public.property_members :=
    private.require_membership(mark_notifications_read.property_id, 'staff');
begin
  if notification_id is null then
    update public.notifications n set read_at = now()
      where n.id in (
        select own.id from public.notifications own
        where own.property_id = member.property_id and own.account_id = member.account_id
          and own.is_shown and own.read_at is null
        for update skip locked
      );
    return;
  end if;
  return query
    update public.notifications n set read_at = coalesce(n.read_at, now())
      where n.id = notification_id and n.property_id = member.property_id and n.account_id = member.account_id
      returning n.kind, n.thing_id;
  if not found then
    perform private.raise_api_error(404, 'not_found');
  end if;
end
$$;
grant execute on function public.mark_notifications_read(uuid, uuid) to authenticated;

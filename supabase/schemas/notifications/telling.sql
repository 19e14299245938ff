-- Who is told what, and when a thing that was told of is settled.

-- Tells all members whose role may read the thing, or the one who is named, except whoever did it, and writes what sends it to
-- them. A thing that happens again renews the row. `p_thing_id` is in the table of the kind.
create function private.notify(
  p_property_id uuid,
  p_kind public.notification_kind,
  p_thing_id uuid,
  p_account_id uuid default null
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  member public.property_members;
  choice private.notification_choice;
  told public.notifications;
begin
  for member in
    select m.* from public.property_members m
    where m.property_id = p_property_id
      and private.may_be_told(p_kind, m.role, m.sees_documents)
      and (p_account_id is null or m.account_id = p_account_id)
      and m.account_id is distinct from private.current_account_id()
    -- In one order, since of two events at once the second waits where the first has enqueued the same mail.
    order by m.id
  loop
    choice := private.read_choice(member);
    continue when p_kind <> all (choice.in_app || choice.by_mail || choice.by_push);
    insert into public.notifications (property_id, account_id, kind, thing_id, is_shown)
      values (p_property_id, member.account_id, p_kind, p_thing_id, p_kind = any (choice.in_app))
      on conflict on constraint notifications_are_told_once do update set
        is_shown = excluded.is_shown, happened_at = now(), read_at = null, settled_at = null, mail_job_id = null
      returning * into told;
    perform private.send_notification(told, member, choice);
  end loop;
end
$$;

-- Settles what was told of a thing, to everybody or to the one who is named, or takes that back. Settled, it waits for nobody,
-- and what was not sent yet is not sent.
create function private.settle(
  p_kinds public.notification_kind[],
  p_thing_id uuid,
  p_is_settled boolean,
  p_account_id uuid default null
)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.notifications n set settled_at = case when p_is_settled then now() end
  where n.thing_id = p_thing_id and n.kind = any (p_kinds)
    and (n.settled_at is null) = p_is_settled
    and (p_account_id is null or n.account_id = p_account_id)
$$;

-- Runs after the other seeds: what they wrote happened earlier than now, and is told in the app with its time. Nobody is mailed about
-- it.
update public.notifications n set happened_at = o.created_at
from public.accom_service_orders o
where o.id = n.thing_id;

update public.notifications n set happened_at = case
  when n.kind = 'report_reply' then (
    select max(u.created_at) from public.incident_updates u where u.incident_id = i.id and u.author = 'guest'
  )
  else i.created_at
end
from public.incidents i
where i.id = n.thing_id;

delete from public.jobs where kind = 'notification_mail';

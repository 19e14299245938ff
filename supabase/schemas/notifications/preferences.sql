-- How a member wants to be told at one place: which kinds in the app, by mail and by push, and when not to be disturbed.

create table public.notification_preferences (
  property_id uuid not null,
  account_id uuid not null,
  -- The kinds about which the member has decided. For the others, such as those of a role that came later, the defaults hold.
  decided public.notification_kind[] not null,
  in_app public.notification_kind[] not null,
  by_mail public.notification_kind[] not null,
  by_push public.notification_kind[] not null,
  -- By the clock of the place; over midnight where the first is the later one. Both null: no quiet hours.
  quiet_from time,
  quiet_to time,
  -- Whether an urgent report is told in quiet hours all the same.
  urgent_passes boolean not null,
  -- The language of mails and pushes.
  locale text not null,
  updated_at timestamptz not null default now(),
  primary key (property_id, account_id),
  constraint notification_preferences_of_a_member foreign key (property_id, account_id)
    references public.property_members (property_id, account_id) on delete cascade,
  constraint notification_preferences_quiet_hours_have_two_ends check (
    num_nonnulls(quiet_from, quiet_to) = 0 or (num_nonnulls(quiet_from, quiet_to) = 2 and quiet_from <> quiet_to)
  ),
  constraint notification_preferences_locale_is_ours check (locale in ('en', 'vi'))
);

create trigger notification_preferences_touch_updated_at
  before update on public.notification_preferences
  for each row execute function private.touch_updated_at();

-- No policy and no grant: the functions below read and write the caller's own row.
alter table public.notification_preferences enable row level security;

-- How somebody is told: what was chosen, or the defaults.
create type private.notification_choice as (
  in_app public.notification_kind[],
  by_mail public.notification_kind[],
  by_push public.notification_kind[],
  quiet_from time,
  quiet_to time,
  urgent_passes boolean,
  locale text
);

-- The kinds that are mailed to somebody who has chosen nothing: what can wait for a mail and must not be missed, to those who
-- answer for the place. In the app and by push all kinds are on: a push goes only to a browser that asked for it.
create function private.is_mailed_by_default(p_kind public.notification_kind, p_role public.member_role)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_role >= 'manager' and p_kind in ('report_due_soon', 'report_overdue', 'request_new', 'job_failed', 'document_erasure', 'document_not_gone', 'visa_3', 'visa_short')
$$;

-- What a member chose, with the defaults for whatever they have not decided, and no kind that their role is not told of.
create function private.read_choice(p_member public.property_members)
returns private.notification_choice
language sql
stable
set search_path = ''
as $$
  select row(
    coalesce(array_agg(one.kind) filter (where case when one.is_decided then one.kind = any (p.in_app) else true end), '{}'),
    coalesce(array_agg(one.kind) filter (
      where case when one.is_decided then one.kind = any (p.by_mail) else private.is_mailed_by_default(one.kind, p_member.role) end
    ), '{}'),
    coalesce(array_agg(one.kind) filter (where case when one.is_decided then one.kind = any (p.by_push) else true end), '{}'),
    p.quiet_from,
    p.quiet_to,
    coalesce(p.urgent_passes, true),
    coalesce(p.locale, (
      select case when place.default_locale = 'vi' then 'vi' else 'en' end
      from public.accom_properties place where place.id = p_member.property_id
    ))
  )::private.notification_choice
  from (select p_member.property_id as place_id, p_member.account_id as person_id) member
  left join public.notification_preferences p on p.property_id = member.place_id and p.account_id = member.person_id
  cross join lateral (
    select k as kind, coalesce(k = any (p.decided), false) as is_decided
    from unnest(enum_range(null::public.notification_kind)) k
    where private.may_be_told(k, p_member.role, p_member.sees_documents)
  ) one
  group by p.property_id, p.account_id
$$;

-- When the quiet hours end that are on at this moment, by the clock of the place. Null where none are. On a day whose clock jumps
-- over the end, they end with the jump.
create function private.quiet_until(p_from time, p_to time, p_timezone text, p_at timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when p_from < p_to and here.at::time >= p_from and here.at::time < p_to
      or p_from > p_to and here.at::time < p_to
      then (here.at::date + p_to) at time zone p_timezone
    when p_from > p_to and here.at::time >= p_from
      then (here.at::date + 1 + p_to) at time zone p_timezone
  end
  from (select p_at at time zone p_timezone as at) here
$$;

-- Definer, to authenticated: how the caller is told at this place, with the kinds that their role is told of, and until when it
-- is quiet now.
create function public.get_notification_preferences(property_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  member constant public.property_members :=
    private.require_membership(get_notification_preferences.property_id, 'staff');
  choice constant private.notification_choice := private.read_choice(member);
begin
  return jsonb_build_object(
    'kinds', (
      select jsonb_agg(k order by k) from unnest(enum_range(null::public.notification_kind)) k
      where private.may_be_told(k, member.role, member.sees_documents)
    ),
    'inApp', to_jsonb(choice.in_app),
    'byMail', to_jsonb(choice.by_mail),
    'byPush', to_jsonb(choice.by_push),
    'quietFrom', to_char(choice.quiet_from, 'HH24:MI'),
    'quietTo', to_char(choice.quiet_to, 'HH24:MI'),
    'quietUntil', (
      select private.format_instant(private.quiet_until(choice.quiet_from, choice.quiet_to, p.timezone, now()))
      from public.accom_properties p where p.id = member.property_id
    ),
    'urgentPasses', choice.urgent_passes,
    'locale', choice.locale
  );
end
$$;
grant execute on function public.get_notification_preferences(uuid) to authenticated;

-- Definer, to authenticated: saves how the caller is told at this place. They decide about the kinds that their role is told of.
-- The kinds are texts, since a client need not know how an array of an enum is sent.
create function public.save_notification_preferences(
  property_id uuid,
  in_app text[],
  by_mail text[],
  by_push text[],
  quiet_from time,
  quiet_to time,
  urgent_passes boolean,
  locale text
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  member constant public.property_members :=
    private.require_membership(save_notification_preferences.property_id, 'staff');
  told constant public.notification_kind[] := array(
    select k from unnest(enum_range(null::public.notification_kind)) k where private.may_be_told(k, member.role, member.sees_documents)
  );
begin
  if (
    in_app <@ told::text[] and by_mail <@ told::text[] and by_push <@ told::text[]
    and greatest(cardinality(in_app), cardinality(by_mail), cardinality(by_push)) <= cardinality(told)
    and urgent_passes is not null and locale in ('en', 'vi')
    and (num_nonnulls(quiet_from, quiet_to) = 0 or quiet_from <> quiet_to)
  ) is not true
  then
    perform private.raise_api_error(400, 'invalid_request');
  end if;
  insert into public.notification_preferences as p (
    property_id, account_id, decided, in_app, by_mail, by_push, quiet_from, quiet_to, urgent_passes, locale
  ) values (
    member.property_id, member.account_id, told, in_app::public.notification_kind[], by_mail::public.notification_kind[],
    by_push::public.notification_kind[], quiet_from, quiet_to, urgent_passes, locale
  )
  on conflict on constraint notification_preferences_pkey do update set
    decided = excluded.decided, in_app = excluded.in_app, by_mail = excluded.by_mail, by_push = excluded.by_push,
    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, urgent_passes = excluded.urgent_passes,
    locale = excluded.locale;
end
$$;
grant execute on function public.save_notification_preferences(
  uuid, text[], text[], text[], time, time, boolean, text
) to authenticated;

-- What members are told: one row for each member, kind and thing, made in the transaction of the event. A row has ids alone. Its text is
-- made when it is read, by what the member may read then, so nothing of a guest is stored here.

-- What each tells of: an order (order_…), a report (report_…), a request from the property's page, a job that was given up, a
-- document (document_…, visa_…), or an erased one whose object is still in Storage (document_not_gone).
create type public.notification_kind as enum (
  'order_new', 'order_late', 'order_cancelled',
  'report_new', 'report_reply', 'report_assigned', 'report_due_soon', 'report_overdue',
  'request_new', 'job_failed',
  'document_new', 'document_erasure', 'document_not_gone', 'visa_14', 'visa_7', 'visa_3', 'visa_short'
);

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  property_id uuid not null,
  account_id uuid not null,
  kind public.notification_kind not null,
  -- Not a foreign key: it is in the table of its kind.
  thing_id uuid not null,
  -- Whether it is in the inbox. False where the member wants this kind by mail or push alone.
  is_shown boolean not null,
  -- When it happened last. A second reply under a report renews the row of the first.
  happened_at timestamptz not null default now(),
  read_at timestamptz,
  -- Since when nothing is left to do: somebody did it, or it was taken back. Null again where that step is undone.
  settled_at timestamptz,
  -- The mail that it went into.
  mail_job_id uuid,
  -- Who leaves the team has no notifications any more.
  constraint notifications_of_a_member foreign key (property_id, account_id)
    references public.property_members (property_id, account_id) on delete cascade,
  constraint notifications_are_told_once unique (account_id, kind, thing_id)
);

-- The inbox, newest first.
create index notifications_inbox on public.notifications (property_id, account_id, happened_at desc, id desc) where is_shown;

-- What every open screen counts every few seconds.
create index notifications_unread on public.notifications (property_id, account_id)
  where is_shown and read_at is null and settled_at is null;

create index notifications_member on public.notifications (property_id, account_id);
create index notifications_thing on public.notifications (thing_id, kind);
create index notifications_age on public.notifications (happened_at);

-- No policy and no grant: the functions of this folder read and write each member's own rows.
alter table public.notifications enable row level security;

-- The lowest role that is told of this, which is the lowest that may read the thing.
create function private.role_told(p_kind public.notification_kind)
returns public.member_role
language sql
immutable
set search_path = ''
as $$
  select case when p_kind in ('job_failed', 'document_not_gone') then 'manager' else 'staff' end::public.member_role
$$;

-- Whether only those are told of this who see documents.
create function private.is_of_documents(p_kind public.notification_kind)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_kind in ('document_new', 'document_erasure', 'visa_14', 'visa_7', 'visa_3', 'visa_short')
$$;

-- Whether a member may be told of this: whoever may read the thing.
create function private.may_be_told(p_kind public.notification_kind, p_role public.member_role, p_sees_documents boolean)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_role >= private.role_told(p_kind) and (p_sees_documents or not private.is_of_documents(p_kind))
$$;

-- How many of a member's notifications wait to be read, up to ten. What is
-- settled does not count, so the number is about as large as what waits for a hand.
create function private.count_unread(p_property_id uuid, p_account_id uuid)
returns integer
language sql
stable
set search_path = ''
as $$
  select count(*)::integer from (
    select from public.notifications n
    where n.property_id = p_property_id and n.account_id = p_account_id
      and n.is_shown and n.read_at is null and n.settled_at is null
    limit 10
  ) one
$$;

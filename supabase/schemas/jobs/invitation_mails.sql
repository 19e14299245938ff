-- Definer, to jobs_api: what the mail of an invitation says, with a secret of its own, for the job that this process holds. Null
-- where the invitation opens nothing any more.
create function public.read_invitation_mail(job_id uuid, claim uuid)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  job constant public.jobs := private.claimed_job(
    read_invitation_mail.job_id, read_invitation_mail.claim, 'invitation_mail'
  );
  secret constant text := encode(extensions.gen_random_bytes(32), 'hex');
  invitation public.invitations;
begin
  select * into invitation from public.invitations i
    where i.id = job.about_id and i.property_id = job.property_id and i.used_at is null and i.expires_at > now()
      and private.may_give_role(i.invited_by, i.property_id, i.role, i.sees_documents, i.sees_money);
  if invitation.email is null then
    return null;
  end if;
  insert into public.invitation_mail_secrets (secret_hash, invitation_id)
    values (private.hash_invitation_secret(secret), invitation.id);
  return (
    select jsonb_build_object(
      'to', invitation.email, 'secret', secret, 'place', p.name, 'role', invitation.role,
      'invitedBy', coalesce(nullif(inviter.display_name, ''), inviter.email), 'replyTo', inviter.email,
      'lastDay', (invitation.expires_at at time zone p.timezone)::date
    )
    from public.accom_properties p, public.accounts inviter
    where p.id = invitation.property_id and inviter.id = invitation.invited_by
  );
end
$$;
grant execute on function public.read_invitation_mail(uuid, uuid) to jobs_api;

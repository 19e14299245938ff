import { ButtonLink } from '@gudbro/ui/button-link';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { Row, RowList } from '@/shell/list/row-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { withdrawAction } from './actions';
import { type Member, nameMember, type OpenInvitation, type Team } from './queries';
import { hasSwitches, listGivenRoles } from './team-rules';

type MembersViewProps = { place: Place; accountId: string; team: Team };

/** Who works at a place, and, for managers, who is invited to. */
export async function MembersView({ place, accountId, team }: MembersViewProps) {
  const t = await getTranslations('Members');
  const base = `/p/${place.slug}/members`;
  const mayInvite = hasRole(place.role, 'manager');
  return (
    <div className="space-y-8">
      <title>{t('heading')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={mayInvite && <ButtonLink href={`${base}/new`}>{t('invite')}</ButtonLink>}
      />
      <RowList>
        {team.members.map((member) => (
          <MemberRow key={member.id} href={`${base}/${member.id}`} member={member} accountId={accountId} />
        ))}
      </RowList>
      {team.members.length === 1 && mayInvite && (
        <p className="max-w-prose text-pretty text-ink-soft leading-relaxed">{t('alone')}</p>
      )}
      {mayInvite && (
        <ClientTexts namespaces={['Members']}>
          <OpenInvitations place={place} team={team} />
        </ClientTexts>
      )}
    </div>
  );
}

type MemberRowProps = { href: string; member: Member; accountId: string };

async function MemberRow({ href, member, accountId }: MemberRowProps) {
  const [t, roles] = await Promise.all([getTranslations('Members'), getTranslations('Roles')]);
  const name = nameMember(member);
  const unseen = hasSwitches(member.role)
    ? [member.seesDocuments ? [] : [t('noDocuments')], member.seesMoney ? [] : [t('noMoney')]].flat()
    : [];
  const details = [member.account.name === '' ? [] : [member.account.email], unseen].flat();
  return (
    <Row
      href={href}
      title={member.account.id === accountId ? t('you', { name }) : name}
      detail={
        details.length > 0 &&
        details.map((text) => (
          <span key={text} className="block">
            {text}
          </span>
        ))
      }
      end={<span className="font-semibold">{roles(`role_${member.role}`)}</span>}
    />
  );
}

async function OpenInvitations({ place, team }: { place: Place; team: Team }) {
  const t = await getTranslations('Members');
  if (team.invitations.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="open-invitations" className="space-y-3">
      <h2 id="open-invitations" className="font-display text-xl">
        {t('open')}
      </h2>
      <ul className="divide-y divide-line rounded-2xl bg-surface shadow-lift">
        {team.invitations.map((invitation) => (
          <InvitationRow key={invitation.id} place={place} invitation={invitation} members={team.members} />
        ))}
      </ul>
    </section>
  );
}

type InvitationRowProps = { place: Place; invitation: OpenInvitation; members: readonly Member[] };

async function InvitationRow({ place, invitation, members }: InvitationRowProps) {
  const [t, roles, format] = await Promise.all([
    getTranslations('Members'),
    getTranslations('Roles'),
    getFormatter(),
  ]);
  const inviter = members.find(({ account }) => account.id === invitation.invitedBy);
  const role = roles(`role_${invitation.role}`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
      <div className="min-w-0 grow">
        <p className="wrap-anywhere font-semibold">
          {[invitation.note, invitation.email, role]
            .filter((text) => text !== null && text !== '')
            .join(' · ')}
        </p>
        <p className="text-pretty text-ink-soft text-sm leading-snug">
          {t('openUntil', {
            day: format.dateTime(new Date(invitation.expiresAt), {
              dateStyle: 'medium',
              timeZone: place.timezone,
            }),
            // An invitation of somebody who left opens nothing.
            inviter: inviter === undefined ? t('somebodyGone') : nameMember(inviter),
          })}
        </p>
      </div>
      {listGivenRoles(place.role).includes(invitation.role) && (
        <ConfirmDialog
          trigger={t('withdraw')}
          confirmLabel={t('withdraw')}
          title={t('withdrawTitle')}
          action={withdrawAction}
          hidden={{ place: place.slug, id: invitation.id }}
        >
          {t('withdrawText')}
        </ConfirmDialog>
      )}
    </li>
  );
}

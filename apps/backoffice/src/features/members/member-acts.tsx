import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { handOverAction, leaveAction, removeMemberAction } from './actions';
import { type Member, nameMember, type Team } from './queries';

type MemberActsProps = { place: Place; team: Team; member: Member; isSelf: boolean; mayRemove: boolean };

/** The ways to end or hand over a membership. Each says first what it breaks. */
export async function MemberActs({ place, team, member, isSelf, mayRemove }: MemberActsProps) {
  const t = await getTranslations('Members');
  const name = nameMember(member);
  const owners = team.members.filter(({ role }) => role === 'owner');
  if (isSelf && member.role === 'owner' && owners.length === 1) {
    return (
      <p className="max-w-prose border-line border-t pt-6 text-pretty text-ink-soft leading-relaxed">
        {t('lastOwner')}
      </p>
    );
  }
  const invited = team.invitations.filter(({ invitedBy }) => invitedBy === member.account.id).length;
  const hidden = { place: place.slug, id: member.id };
  return (
    <div className="flex flex-wrap gap-3 border-line border-t pt-6 empty:hidden">
      {!isSelf && place.role === 'owner' && (
        <ConfirmDialog
          trigger={t('handOver')}
          confirmLabel={t('handOver')}
          title={t('handOverTitle', { place: place.name, name })}
          action={handOverAction}
          hidden={hidden}
        >
          {t('handOverText', { name })}
        </ConfirmDialog>
      )}
      {mayRemove && (
        <ConfirmDialog
          trigger={t('remove')}
          confirmLabel={t('remove')}
          title={t('removeTitle', { name, place: place.name })}
          action={removeMemberAction}
          hidden={hidden}
        >
          {t('removeText', { name, invited })}
        </ConfirmDialog>
      )}
      {isSelf && (
        <ConfirmDialog
          trigger={t('leave')}
          confirmLabel={t('leave')}
          title={t('leaveTitle', { place: place.name })}
          action={leaveAction}
          hidden={{ place: place.slug }}
        >
          {t('leaveText', { invited })}
        </ConfirmDialog>
      )}
    </div>
  );
}

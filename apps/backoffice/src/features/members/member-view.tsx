import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { MemberActs } from './member-acts';
import { MemberForm } from './member-form';
import { type Member, nameMember, type Team } from './queries';
import { hasSwitches, listGivenRoles } from './team-rules';

type MemberViewProps = { place: Place; accountId: string; team: Team; member: Member };

/** One member: what they may do, and for those who may, the form that changes it and the ways to end it. */
export async function MemberView({ place, accountId, team, member }: MemberViewProps) {
  const [t, format] = await Promise.all([getTranslations('Members'), getFormatter()]);
  const isSelf = member.account.id === accountId;
  const mayChange = !isSelf && listGivenRoles(place.role).includes(member.role);
  const name = nameMember(member);
  const since = format.dateTime(new Date(member.since), { dateStyle: 'long', timeZone: place.timezone });
  return (
    <div className="max-w-3xl space-y-6">
      <title>{name}</title>
      <BackLink href={`/p/${place.slug}/members`} label={t('heading')} />
      <PageHeader
        title={isSelf ? t('you', { name }) : name}
        description={[member.account.name === '' ? '' : member.account.email, t('since', { day: since })]
          .filter((part) => part !== '')
          .join(' · ')}
        actions={
          hasRole(place.role, 'manager') && (
            <ButtonLink variant="secondary" href={`/p/${place.slug}/history?person=${member.account.id}`}>
              {isSelf ? t('yourHistory') : t('history')}
            </ButtonLink>
          )
        }
      />
      <ClientTexts namespaces={['Members', 'Roles']}>
        {mayChange ? (
          <MemberForm
            place={place.slug}
            member={member}
            roles={listGivenRoles(place.role)}
            offers={{ documents: place.seesDocuments, money: place.seesMoney }}
          />
        ) : (
          <RoleInWords member={member} isSelf={isSelf} isNamed={member.account.id === team.ownerId} />
        )}
        <MemberActs place={place} team={team} member={member} isSelf={isSelf} mayRemove={mayChange} />
      </ClientTexts>
    </div>
  );
}

type RoleInWordsProps = { member: Member; isSelf: boolean; isNamed: boolean };

/** What the role may do, in words, and what the switches take away. */
async function RoleInWords({ member, isSelf, isNamed }: RoleInWordsProps) {
  const [t, roles] = await Promise.all([getTranslations('Members'), getTranslations('Roles')]);
  return (
    <Card title={roles(`role_${member.role}`)} icon="key">
      <div className="space-y-2 text-pretty leading-relaxed">
        <p>{roles(`may_${member.role}`)}</p>
        {isNamed && <p>{isSelf ? t('inYourName') : t('inTheirName')}</p>}
        {hasSwitches(member.role) && !member.seesDocuments && (
          <p>{isSelf ? t('youNoDocuments') : t('noDocuments')}</p>
        )}
        {hasSwitches(member.role) && !member.seesMoney && <p>{isSelf ? t('youNoMoney') : t('noMoney')}</p>}
      </div>
    </Card>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { MemberRole } from '@/server/place';
import { RecordForm } from '@/shell/form/record-form';
import { changeMemberAction } from './actions';
import type { Member } from './queries';
import { RoleFields } from './role-fields';

type MemberFormProps = {
  place: string;
  member: Member;
  roles: readonly MemberRole[];
  offers: { documents: boolean; money: boolean };
};

/** Changes the role and the switches of a member. */
export function MemberForm({ place, member, roles, offers }: MemberFormProps) {
  const t = useTranslations('Members');
  return (
    <RecordForm
      action={changeMemberAction}
      hidden={{ place, id: member.id, version: member.version }}
      draftKey={`${place}/members/${member.id}`}
      submitLabel={t('save')}
      cancelHref={`/p/${place}/members`}
    >
      <RoleFields roles={roles} offers={offers} value={member} />
    </RecordForm>
  );
}

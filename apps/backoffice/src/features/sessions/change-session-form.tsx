'use client';

import { useTranslations } from 'next-intl';
import { RecordForm } from '@/shell/form/record-form';
import { changeSessionAction } from './actions';
import { SessionFields } from './session-fields';

type ChangeSessionFormProps = {
  place: string;
  session: { id: string; version: string; guestName: string; endsAt: string; isOpen: boolean };
};

export function ChangeSessionForm({ place, session }: ChangeSessionFormProps) {
  const t = useTranslations('Sessions');
  const { id, version, guestName, endsAt, isOpen } = session;
  const [day = '', time = ''] = endsAt.split('T');
  return (
    <RecordForm
      action={changeSessionAction}
      hidden={{ place, id, version, ...(isOpen ? {} : { reopen: 'on' }) }}
      draftKey={`${place}/sessions/${id}`}
      submitLabel={t(isOpen ? 'save' : 'prolong')}
      cancelHref={`/p/${place}/sessions/${id}`}
    >
      <SessionFields name={guestName} day={day} time={time} />
    </RecordForm>
  );
}

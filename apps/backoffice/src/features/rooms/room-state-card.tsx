import { Card } from '@gudbro/ui/card';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { ClientTexts } from '@/shell/place/client-texts';
import { nextStates, type StateOfRoom } from './room-state';
import { BedStep, RoomStateSteps } from './room-state-steps';
import { RoomStateTag } from './room-state-tag';
import { setRoomStateAction } from './state-actions';

type RoomStateCardProps = {
  place: string;
  label: string;
  room: StateOfRoom;
  beds: readonly string[];
  closedBy: { id: string; title: string } | null;
};

/** Whether the room is ready for its next guest, and what the desk may do about it. */
export async function RoomStateCard({ place, label, room, beds, closedBy }: RoomStateCardProps) {
  const t = await getTranslations('RoomState');
  const { state, stateId, dirtyBeds } = room;
  const isOut = state === 'out_of_order';
  return (
    <Card title={t('heading')} icon="bed">
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <RoomStateTag state={state} dirtyBeds={dirtyBeds.length} />
        <span className="min-w-0 text-ink-soft">
          {t(
            dirtyBeds.length > 0 && state !== 'dirty' && state !== 'cleaning' && !isOut
              ? 'means_beds'
              : `means_${state}`,
          )}
        </span>
      </p>
      {isOut && closedBy !== null && (
        <p className="wrap-anywhere mb-4">
          {t('closedBy')}{' '}
          <Link
            href={`/p/${place}/reports/${closedBy.id}`}
            prefetch={false}
            className="font-semibold underline"
          >
            {closedBy.title}
          </Link>
        </p>
      )}
      <ClientTexts namespaces={['RoomState']}>
        <div className="flex flex-wrap gap-2">
          {isOut ? (
            <RoomStateSteps place={place} room={room} steps={['dirty', 'clean']} />
          ) : (
            <>
              <RoomStateSteps place={place} room={room} steps={nextStates[state]} />
              <ConfirmDialog
                trigger={t('step_out_of_order')}
                title={t('outTitle', { label })}
                confirmLabel={t('step_out_of_order')}
                action={setRoomStateAction}
                hidden={{ place, id: stateId, seen: state, state: 'out_of_order' }}
              >
                {t('outText')}
              </ConfirmDialog>
            </>
          )}
        </div>
        {beds.length > 0 && !isOut && (
          <div className="mt-5 space-y-2">
            <h3 className="font-semibold">{t('beds')}</h3>
            <div className="flex flex-wrap gap-2">
              {beds.map((bed) => (
                <BedStep key={bed} place={place} room={room} bed={bed} isDirty={dirtyBeds.includes(bed)} />
              ))}
            </div>
          </div>
        )}
      </ClientTexts>
    </Card>
  );
}

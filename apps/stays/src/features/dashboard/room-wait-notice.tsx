import type { RoomWait } from '@gudbro/guest-api/stay-state';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';

/** Tells a guest who is here that the room is being made, and by itself that it is ready. */
export async function RoomWaitNotice({ wait }: { wait: NonNullable<RoomWait> }) {
  const t = await getTranslations('RoomWait');
  const isReady = wait === 'ready';
  return (
    <Notice
      icon={isReady ? 'check' : 'clock'}
      role="status"
      title={isReady ? t('readyTitle') : t('beingMadeTitle')}
    >
      {isReady ? t('ready') : t('beingMade')}
    </Notice>
  );
}

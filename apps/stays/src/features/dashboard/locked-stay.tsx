import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { actionProps } from '../actions/action';
import { RoomEntryForm } from '../room/room-entry-form';
import { ActionRow } from './action-row';
import type { GuestView } from './guest-view';

type LockedStayProps = Pick<GuestView, 'address' | 'method' | 'attempt'> & { isEmpty: boolean };

/**
 * Tells a browsing guest what they can do once verified. If the room is empty, it asks for a booking code instead. Its
 * buttons need script: without it, a form verifies the guest, or nothing is shown where no form could.
 */
export async function LockedStay({ address, method, attempt, isEmpty }: LockedStayProps) {
  const [t, stay] = await Promise.all([getTranslations('Locked'), getTranslations('Stay')]);
  const hasForm = !isEmpty && method !== 'none' && address.kind === 'room';
  return (
    <Card
      title={isEmpty ? t('emptyTitle') : t('title')}
      icon="lock"
      className={`print:hidden ${hasForm ? '' : 'noscript:hidden'}`}
    >
      {hasForm && (
        <div className="hidden noscript:block">
          <p className="mb-4 text-pretty leading-relaxed">{t('noScriptText')}</p>
          <RoomEntryForm roomCode={address.code} method={method} attempt={attempt} />
        </div>
      )}
      <p className="text-pretty leading-relaxed noscript:hidden">{isEmpty ? t('emptyText') : t('text')}</p>
      <button
        type="button"
        {...actionProps({ name: 'stay' })}
        className="mt-3 flex min-h-12 w-full items-center justify-center gap-2 rounded-xl border border-field-line px-5 py-3 font-semibold leading-tight hover:bg-sunken"
      >
        <Icon name="key" className="size-5 shrink-0 text-accent" />
        {isEmpty ? t('haveCode') : t('open')}
      </button>
      {!isEmpty && (
        <div className="mt-3 -mb-3 border-line border-t noscript:hidden">
          <ActionRow icon="wrench" action={{ name: 'report' }} isLocked>
            {stay('report')}
          </ActionRow>
        </div>
      )}
    </Card>
  );
}

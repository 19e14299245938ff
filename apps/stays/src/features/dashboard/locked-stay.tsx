import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { actionProps } from '@/client/action';
import type { GuestView } from '@/server/stay/guest-view';
import { RoomEntryForm } from '@/shell/entry/room-entry-form';
import { ActionRow } from './action-row';

type LockedStayProps = Pick<GuestView, 'address' | 'method' | 'attempt' | 'hasActiveBooking'> & {
  /** The property asks for no proof: whoever is in the room opens the stay. */
  asksNothing: boolean;
};

/**
 * Tells a browsing guest what they can do once verified. If the room is empty, it asks for a booking code instead; if the
 * property does not tell whether it is, it offers both. Its buttons need script: without it, a form verifies the guest, or
 * nothing is shown where no form could.
 */
export async function LockedStay(props: LockedStayProps) {
  const { address, method, attempt, hasActiveBooking, asksNothing } = props;
  const [t, stay] = await Promise.all([getTranslations('Locked'), getTranslations('Stay')]);
  if (hasActiveBooking === false) {
    return (
      <Card title={t('emptyTitle')} icon="lock" className="print:hidden noscript:hidden">
        <p className="text-pretty leading-relaxed">{t('emptyText')}</p>
        <OpenButton action="stay">{t('haveCode')}</OpenButton>
      </Card>
    );
  }
  const hasForm = method !== 'none' && address.kind === 'room';
  return (
    <Card
      title={asksNothing ? stay('title') : t('title')}
      icon={asksNothing ? 'key' : 'lock'}
      className={`print:hidden ${hasForm ? '' : 'noscript:hidden'}`}
    >
      {hasForm && (
        <div className="hidden noscript:block">
          <p className="mb-4 text-pretty leading-relaxed">{t('noScriptText')}</p>
          <RoomEntryForm roomCode={address.code} method={method} attempt={attempt} />
        </div>
      )}
      <p className="text-pretty leading-relaxed noscript:hidden">{asksNothing ? t('openText') : t('text')}</p>
      <OpenButton action="stay">{t('open')}</OpenButton>
      {hasActiveBooking === null && <OpenButton action="booking-code">{t('haveCode')}</OpenButton>}
      <div className="mt-3 -mb-3 border-line border-t noscript:hidden">
        <ActionRow icon="wrench" action={{ name: 'report' }} isLocked={!asksNothing}>
          {stay('report')}
        </ActionRow>
      </div>
    </Card>
  );
}

type OpenButtonProps = { action: 'stay' | 'booking-code'; children: string };

function OpenButton({ action, children }: OpenButtonProps) {
  return (
    <button
      type="button"
      {...actionProps({ name: action })}
      className="mt-3 flex min-h-12 w-full items-center justify-center gap-2 rounded-xl border border-field-line px-5 py-3 font-semibold leading-tight hover:bg-sunken"
    >
      <Icon name="key" className="size-5 shrink-0 text-accent" />
      {children}
    </button>
  );
}

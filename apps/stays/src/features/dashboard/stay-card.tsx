import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { SignOutForm } from '../session/sign-out-form';
import { ActionRow } from './action-row';
import type { GuestView, OwnStay } from './guest-view';
import { SessionQr } from './session-qr';
import { BookingFacts, SessionFacts } from './stay-facts';

type StayCardProps = Pick<GuestView, 'property' | 'room'> & {
  stay: OwnStay;
  /** The property asks for no proof, so whoever is in the room sees this stay too. */
  asksNothing: boolean;
};

/** The verified guest's own stay: its dates and its actions. */
export async function StayCard({ stay, property, room, asksNothing }: StayCardProps) {
  const t = await getTranslations('Stay');
  return (
    <Card title={t('title')} icon="key" id="stay">
      {stay.state !== 'live' && (
        <div className="mb-4">
          <Notice icon="info">{stay.state === 'pending' ? t('pending') : t('endedNotice')}</Notice>
        </div>
      )}
      {stay.booking && <BookingFacts booking={stay.booking} room={room} />}
      {stay.session && <SessionFacts session={stay.session} room={room} timezone={property.timezone} />}
      {asksNothing && stay.booking && stay.state === 'live' && (
        <p className="mt-3 flex gap-2 text-pretty text-ink-soft text-sm leading-snug">
          <Icon name="info" className="mt-0.5 size-4 shrink-0" />
          {t('seenByRoom')}
        </p>
      )}
      <div className="mt-3 divide-y divide-line">
        {stay.state !== 'pending' && (
          <ActionRow icon="cart" action={{ name: 'orders' }}>
            {t('orders')}
          </ActionRow>
        )}
        {stay.state === 'live' && (
          <ActionRow icon="wrench" action={{ name: 'report' }}>
            {t('report')}
          </ActionRow>
        )}
        {stay.state !== 'pending' && (
          <ActionRow icon="chat" action={{ name: 'incidents' }}>
            {t('incidents')}
          </ActionRow>
        )}
        <ActionRow icon="device" action={{ name: 'phones' }}>
          {t('devices')}
        </ActionRow>
      </div>
      {stay.session && stay.state === 'live' && <SessionQr code={stay.session.code} />}
      <div className="mt-3 border-line border-t pt-3">
        <SignOutForm />
      </div>
    </Card>
  );
}

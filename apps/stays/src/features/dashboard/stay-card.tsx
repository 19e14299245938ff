import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { SignOutForm } from '../session/sign-out-form';
import { ActionRow } from './action-row';
import type { GuestView, OwnStay } from './guest-view';
import { SessionQr } from './session-qr';
import { BookingFacts, SessionFacts } from './stay-facts';

type StayCardProps = { stay: OwnStay } & Pick<GuestView, 'property' | 'room'>;

/** The verified guest's own stay: its dates and its actions. */
export async function StayCard({ stay, property, room }: StayCardProps) {
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

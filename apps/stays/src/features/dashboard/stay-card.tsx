import { Card } from '@gudbro/ui/card';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { SheetName } from '@/client/action';
import type { GuestView, OwnStay } from '@/server/stay/guest-view';
import { SignOutForm } from '@/shell/entry/sign-out-form';
import { BookingFacts, SessionFacts } from '@/shell/property/stay-facts';
import { ActionRow } from './action-row';
import { SessionQr } from './session-qr';

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
      <ul className="mt-3 divide-y divide-line">
        {actionsOf(stay.state).map(({ name, icon, label }) => (
          <li key={name}>
            <ActionRow icon={icon} action={{ name }}>
              {t(label)}
            </ActionRow>
          </li>
        ))}
      </ul>
      {stay.session && stay.state === 'live' && <SessionQr code={stay.session.code} />}
      <div className="mt-3 border-line border-t pt-3">
        <SignOutForm />
      </div>
    </Card>
  );
}

type StayAction = {
  name: SheetName;
  icon: IconName;
  label: 'orders' | 'report' | 'incidents' | 'devices';
};

/** What a guest can still look up or do. A request has neither orders nor reports. */
function actionsOf(state: OwnStay['state']): StayAction[] {
  const orders: StayAction = { name: 'orders', icon: 'cart', label: 'orders' };
  const report: StayAction = { name: 'report', icon: 'wrench', label: 'report' };
  const incidents: StayAction = { name: 'incidents', icon: 'chat', label: 'incidents' };
  const phones: StayAction = { name: 'phones', icon: 'device', label: 'devices' };
  switch (state) {
    case 'pending':
      return [phones];
    case 'live':
      return [orders, report, incidents, phones];
    default:
      return [orders, incidents, phones];
  }
}

import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { SiteFooter } from '../language/site-footer';
import { Amenities } from '../property/amenities';
import { Contacts } from '../property/contacts';
import { HouseRules } from '../property/house-rules';
import { StayTimes } from '../property/stay-times';
import { OtherNetworks } from '../wifi/other-networks';
import { WifiTag } from '../wifi/wifi-tag';
import type { OpenRoom } from './room-access';
import { RoomHeader } from './room-header';

/** Everything a guest in the room may see without proving who they are. */
export function RoomPage({ access }: { access: OpenRoom }) {
  const { room, property, wifi } = access;
  return (
    <>
      <title>{property.name}</title>
      <main className="mx-auto w-full max-w-6xl grow">
        <RoomHeader room={room} property={property} />
        <div className="mt-4 grid gap-4 px-4 md:mt-8 md:grid-cols-2 md:grid-rows-[auto_auto_1fr] md:gap-6 lg:grid-cols-[5fr_6fr] lg:gap-8">
          <div className="space-y-4 md:row-span-2 md:space-y-6">
            <WifiTag wifi={wifi} roomCode={room.code} />
            <OtherNetworks zones={wifi.zones} roomCode={room.code} />
            {!access.hasActiveBooking && <EmptyRoom />}
            <StayTimes checkinTime={property.checkinTime} checkoutTime={property.checkoutTime} />
          </div>
          <Contacts
            name={property.name}
            address={property.address}
            phone={property.contactPhone}
            whatsapp={property.contactWhatsapp}
            email={property.contactEmail}
          />
          {/* Two columns of their own heights: each card follows the one above it, the order is a phone's. */}
          <div className="md:col-start-2 md:row-span-2 md:row-start-2">
            <HouseRules rules={property.houseRules} />
          </div>
          <div className="md:col-start-1 md:row-start-3">
            <Amenities amenities={property.amenities} />
          </div>
        </div>
      </main>
      <SiteFooter path={`/stay/room/${room.code}`} />
    </>
  );
}

async function EmptyRoom() {
  const t = await getTranslations('Room');
  return (
    <Notice icon="key" title={t('emptyTitle')}>
      <p className="text-pretty">{t('emptyText')}</p>
    </Notice>
  );
}

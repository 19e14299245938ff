import type { Booking } from '@gudbro/guest-api/verified-stay';
import { getLocale } from 'next-intl/server';
import { pathOfCode } from '@/codes/path-of-code';
import { deskContactsOf } from '@/server/desk-contacts';
import type { GuestView } from '@/server/stay/guest-view';
import { createLangOf } from '@/shell/language/lang-of';
import { SiteFooter } from '@/shell/language/site-footer';
import { OfflineSupport } from '@/shell/offline/offline-support';
import { Contacts } from '@/shell/property/contacts';
import { HouseRules } from '@/shell/property/house-rules';
import { RoomHeader } from '@/shell/property/room-header';
import { BeginTag } from './begin-tag';
import { BookingCard } from './booking-card';
import { LaterList } from './later-list';
import { WatchBeginning } from './watch-beginning';
import { WayThere } from './way-there';

type UpcomingPageProps = { view: GuestView; booking: Booking; version: string };

/** The page of a confirmed stay before its first day, or before it has a room: when it begins, how to get there, and what will be here then. */
export async function UpcomingPage({ view, booking, version }: UpcomingPageProps) {
  const { room, property, services } = view;
  const langOf = createLangOf(await getLocale(), property.defaultLocale);
  return (
    <>
      <title>{property.name}</title>
      <main className="mx-auto w-full max-w-6xl grow pb-8">
        <RoomHeader
          room={room}
          property={property}
          checkWord={null}
          guestName={booking.guestFirstName}
          langOf={langOf}
        />
        <div className="mt-4 grid grid-cols-1 gap-4 px-4 md:mt-8 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] md:items-start md:gap-6 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:gap-x-8">
          <div className="space-y-4 md:space-y-6">
            <BeginTag booking={booking} checkinTime={property.checkinTime} timezone={property.timezone} />
            <WayThere property={property} />
            {/* The address has a card of its own. */}
            <Contacts property={{ ...property, address: '' }} />
          </div>
          <div className="space-y-4 md:space-y-6">
            <LaterList
              beginsOn={booking.checkIn}
              hasRoom={room.number !== ''}
              hasServices={services.categories.length > 0}
            />
            <BookingCard booking={booking} room={room} />
            <HouseRules rules={property.houseRules} lang={langOf(property, 'houseRules')} />
          </div>
        </div>
      </main>
      <SiteFooter path={pathOfCode(view.address)} slug={property.slug} />
      <WatchBeginning version={version} bookingCode={booking.code} />
      <OfflineSupport desk={deskContactsOf(property)} />
    </>
  );
}

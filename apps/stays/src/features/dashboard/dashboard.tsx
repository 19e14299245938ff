import { deriveCheckWord } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ComponentType } from 'react';
import { actionProps } from '@/client/action';
import { announcementId } from '@/client/announce';
import { pathOfCode } from '@/codes/path-of-code';
import { deskContactsOf } from '@/server/desk-contacts';
import type { GuestView } from '@/server/stay/guest-view';
import type { ActionHostProps } from '@/shell/actions/action-host';
import { TapFailurePanel } from '@/shell/actions/tap-failure-panel';
import { createLangOf } from '@/shell/language/lang-of';
import { SiteFooter } from '@/shell/language/site-footer';
import { OfflineSupport } from '@/shell/offline/offline-support';
import { Amenities } from '@/shell/property/amenities';
import { Contacts } from '@/shell/property/contacts';
import { HouseRules } from '@/shell/property/house-rules';
import { RestaurantMenu } from '@/shell/property/restaurant-menu';
import { RoomHeader } from '@/shell/property/room-header';
import { StayTimes } from '@/shell/property/stay-times';
import { BottomNav } from './bottom-nav';
import { Deals } from './deals';
import { DocumentsCard } from './documents-card';
import { LockedStay } from './locked-stay';
import { OtherNetworks } from './other-networks';
import { RoomWaitNotice } from './room-wait-notice';
import { ServicesSection } from './services-section';
import { StayCard } from './stay-card';
import { UsefulNumbers } from './useful-numbers';
import { WifiTag } from './wifi-tag';

type DashboardProps = {
  view: GuestView;
  /** What a tap opens: app names the sheets, which are features of their own. */
  Actions: ComponentType<ActionHostProps>;
};

/** WiFi first, then what the browse tier may read and, for a verified guest, their own stay. */
export async function Dashboard({ view, Actions }: DashboardProps) {
  const locale = await getLocale();
  const { address, property, wifi, stay, services } = view;
  // Only a live stay names its room's code. On the room's own page the address has it.
  const roomCode = view.room.code ?? (address.kind === 'room' ? address.code : null);
  const room = { ...view.room, code: roomCode };
  const isEmpty = view.hasActiveBooking === false;
  // Whoever is in the room acts for the stay that is on there.
  const asksNothing = view.method === 'none' && !isEmpty;
  const langOf = createLangOf(locale, property.defaultLocale);
  const t = await getTranslations('Nav');
  const desk = deskContactsOf(property);
  const page = {
    code: address.code,
    kind: address.kind,
    roomCode,
    tier: stay === null ? ('browse' as const) : ('full' as const),
    bookingCode: stay?.booking?.code ?? null,
    version: stay?.version ?? null,
    hasEnded: view.hasEnded,
    method: view.method,
    isEmpty,
    locale,
    currency: services.currency,
    timezone: property.timezone,
    propertyLocale: property.defaultLocale,
    propertyType: property.type,
    propertySlug: property.slug,
    desk,
    roomNumber: room.number,
    bed: stay?.booking?.bed ?? null,
    leavesAt: stay?.leavesAt ?? null,
    ordersArriveMinutes: property.ordersArriveMinutes,
    ordersPaid: property.ordersPaid,
  };
  return (
    <>
      <title>{property.name}</title>
      <main className="mx-auto w-full max-w-6xl grow">
        <RoomHeader
          room={room}
          property={property}
          checkWord={address.kind === 'room' ? deriveCheckWord(address.code) : null}
          guestName={stay?.booking?.guestFirstName ?? null}
          langOf={langOf}
        />
        <div className="mt-4 space-y-4 px-4 md:mt-8 md:space-y-6">
          {view.hasEnded && <SessionEnded />}
          {stay !== null && stay.roomWait !== null && <RoomWaitNotice wait={stay.roomWait} />}
          <WithoutScript />
          {/*
           * If the right column is longer, the useful numbers go below the left one: the second row takes the free space. With
           * one's own stay the left one is the longer, so on a wide screen the numbers go below both.
           */}
          <div className="grid grid-cols-1 gap-4 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] md:grid-rows-[auto_1fr] md:items-start md:gap-6 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:gap-x-8">
            <div id="wifi" className="scroll-mt-4 space-y-4 md:space-y-6">
              <WifiTag wifi={wifi} roomCode={roomCode} needsProof={view.hasActiveBooking === null} />
              <OtherNetworks zones={wifi.zones} roomCode={roomCode} langOf={langOf} />
              {stay && <StayCard stay={stay} property={property} room={room} asksNothing={asksNothing} />}
              {stay && <DocumentsCard stay={stay} />}
              {stay === null && (
                <LockedStay
                  address={address}
                  method={view.method}
                  attempt={view.attempt}
                  hasActiveBooking={view.hasActiveBooking}
                  asksNothing={asksNothing}
                />
              )}
              <StayTimes checkinTime={property.checkinTime} checkoutTime={property.checkoutTime} />
              <Contacts property={property} />
              <RestaurantMenu property={property} />
            </div>
            <div className={`space-y-4 md:row-span-2 md:space-y-6 ${stay ? 'xl:row-span-1' : ''}`}>
              <ServicesSection
                code={view.address.code}
                services={services}
                isLocked={stay === null}
                asksNothing={asksNothing}
                langOf={langOf}
              />
              <div
                id="around"
                className="scroll-mt-4 *:not-last:mb-4 *:break-inside-avoid md:*:not-last:mb-6 xl:columns-2 xl:gap-6"
              >
                <HouseRules rules={property.houseRules} lang={langOf(property, 'houseRules')} />
                <Amenities amenities={property.amenities} lang={langOf(property, 'amenities')} />
                <Deals deals={view.deals} langOf={langOf} />
              </div>
            </div>
            <UsefulNumbers numbers={view.numbers} langOf={langOf} isBelowBoth={stay !== null} />
          </div>
        </div>
      </main>
      {/* Space for the fixed navigation bar, so that it does not cover the footer. */}
      <div className="pb-20 md:pb-0">
        <SiteFooter path={pathOfCode(address)} slug={property.slug} />
      </div>
      {/* In the page from the start: some screen readers do not announce a status that is inserted with its text. */}
      <p id={announcementId} role="status" className="sr-only" />
      <BottomNav stay={stay} asksNothing={asksNothing} hasServices={services.categories.length > 0} />
      <TapFailurePanel desk={desk} />
      <Actions page={page} loading={t('loading')} />
      <OfflineSupport desk={desk} />
    </>
  );
}

/** Reading works without script, actions do not. */
async function WithoutScript() {
  const t = await getTranslations('Locked');
  return (
    <div className="hidden noscript:block">
      <Notice icon="info">
        <p className="text-pretty">{t('noScript')}</p>
        <a href="/" className="inline-flex min-h-12 items-center font-semibold text-accent">
          {t('noScriptLink')}
        </a>
      </Notice>
    </div>
  );
}

async function SessionEnded() {
  const t = await getTranslations('Stay');
  return (
    <Notice icon="clock" role="status">
      <p>{t('sessionEnded')}</p>
      <button
        type="button"
        {...actionProps({ name: 'stay' })}
        className="mt-1 min-h-12 font-semibold text-accent underline underline-offset-4"
      >
        {t('proveAgain')}
      </button>
    </Notice>
  );
}

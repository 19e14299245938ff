import { getLocale } from 'next-intl/server';
import { deskContactsOf } from '@/server/desk-contacts';
import { createLangOf } from '@/shell/language/lang-of';
import { SiteFooter } from '@/shell/language/site-footer';
import { Amenities } from '@/shell/property/amenities';
import { Contacts } from '@/shell/property/contacts';
import { HouseRules } from '@/shell/property/house-rules';
import { RestaurantMenu } from '@/shell/property/restaurant-menu';
import { StayTimes } from '@/shell/property/stay-times';
import { Gallery } from './gallery';
import type { PropertyPageView } from './load-property-page';
import { PropertyHead } from './property-head';
import { PropertyHeader } from './property-header';
import type { RequestDraft } from './request-draft';
import { RequestSection } from './request-section';
import { RoomTypes } from './room-types';
import { searchPath } from './search';
import { SearchForm } from './search-form';

type PropertyPageProps = { view: PropertyPageView; draft: RequestDraft | null };

/** The property's public page: facts, search and the booking request form. It works without script. */
export async function PropertyPage({ view: { page, search, found }, draft }: PropertyPageProps) {
  const { property, pictures, rooms, today } = page;
  const langOf = createLangOf(await getLocale(), property.defaultLocale);
  const { slug } = property;
  return (
    <>
      <PropertyHead page={page} />
      <main className="mx-auto w-full max-w-6xl grow">
        <PropertyHeader property={property} coverAlt={pictures[0]?.alt ?? ''} langOf={langOf} />
        <div className="mt-5 grid grid-cols-1 gap-4 px-4 md:mt-8 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] md:gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] lg:gap-8">
          <div className="min-w-0 space-y-4 md:space-y-6">
            <Gallery pictures={pictures} langOf={langOf} />
            <SearchForm slug={slug} today={today} search={search} />
            {search && found && (
              <RequestSection
                slug={slug}
                search={search}
                found={found}
                draft={draft}
                phone={deskContactsOf(property).phone}
                langOf={langOf}
              />
            )}
            <RoomTypes rooms={rooms} currency={property.currency} langOf={langOf} />
            <HouseRules rules={property.houseRules} lang={langOf(property, 'houseRules')} />
          </div>
          <div className="space-y-4 md:space-y-6">
            <StayTimes checkinTime={property.checkinTime} checkoutTime={property.checkoutTime} />
            <Contacts property={property} />
            <RestaurantMenu property={property} />
            <Amenities amenities={property.amenities} lang={langOf(property, 'amenities')} />
          </div>
        </div>
      </main>
      <SiteFooter path={searchPath(slug, search)} slug={slug} />
    </>
  );
}

import { GuestsOfTodayView } from '@/features/bookings/guests-of-today-view';
import { readGuestsOfToday } from '@/features/bookings/queries';
import { DocumentsOfToday } from '@/features/documents/documents-of-today';
import { listDocuments, listEndingVisas } from '@/features/documents/queries';
import { NewOrdersCard } from '@/features/orders/new-orders-card';
import { newOrdersSchema } from '@/features/orders/queries';
import { reportsOfTodaySchema } from '@/features/reports/queries';
import { isEscalated } from '@/features/reports/report-rules';
import { ReportsCard } from '@/features/reports/reports-card';
import { RoomsToClean } from '@/features/rooms/rooms-to-clean';
import { listRoomsToClean, roomsToCleanSchema } from '@/features/rooms/state-queries';
import { ContinueSetup } from '@/features/setup/continue-setup';
import { readSetUp } from '@/features/today/queries';
import { TodayFrame } from '@/features/today/today-frame';
import { TodayView } from '@/features/today/today-view';
import type { AccountClient } from '@/server/account-client';
import { hasRole, type Place } from '@/server/place';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TodayPageProps = { params: Promise<{ slug: string }> };

export default function TodayPage({ params }: TodayPageProps) {
  return renderPlacePage({ route: '/p/[slug]/today', params, role: 'housekeeper' }, ({ place, client }) =>
    hasRole(place.role, 'staff') ? renderToday(place, client) : renderTodayOfHousekeeper(place, client),
  );
}

/** The rooms, and nothing of their guests. */
async function renderTodayOfHousekeeper(place: Place, client: AccountClient) {
  return (
    <TodayFrame place={place} now={new Date()}>
      <RoomsToClean place={place} rooms={await listRoomsToClean(client, place.id)} />
    </TodayFrame>
  );
}

async function renderToday(place: Place, client: AccountClient) {
  const [{ setupStep, ...setUp }, guests, waiting, visas] = await Promise.all([
    readSetUp(client, place),
    readGuestsOfToday(client, place.id),
    place.seesDocuments ? listDocuments(client, place.id, { status: 'pending' }) : [],
    place.seesDocuments ? listEndingVisas(client, place.id) : [],
  ]);
  const now = new Date();
  const reports = reportsOfTodaySchema.parse(guests.reports);
  return (
    <>
      <ContinueSetup place={place} step={setupStep} />
      <TodayView place={place} setUp={setUp} now={now}>
        <NewOrdersCard place={place} found={newOrdersSchema.parse(guests.orders)} now={now} />
        <ReportsCard
          place={place}
          title="escalated"
          reports={reports.filter((report) => isEscalated(report, now))}
          now={now}
        />
        <DocumentsOfToday place={place} waiting={waiting} visas={visas} now={now} />
        <GuestsOfTodayView place={place} guests={guests} now={now}>
          <ReportsCard
            place={place}
            title="waiting"
            reports={reports.filter((report) => !isEscalated(report, now))}
            now={now}
          />
          <RoomsToClean place={place} rooms={roomsToCleanSchema.parse(guests.rooms)} />
        </GuestsOfTodayView>
      </TodayView>
    </>
  );
}

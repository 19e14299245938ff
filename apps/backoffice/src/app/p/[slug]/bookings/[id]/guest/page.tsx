import { GuestView } from '@/features/bookings/guest-view';
import { getBooking } from '@/features/bookings/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type GuestPageProps = { params: Promise<{ slug: string; id: string }> };

export default function GuestPage({ params }: GuestPageProps) {
  return renderPlacePage({ route: '/p/[slug]/bookings/[id]/guest', params }, async ({ place, client }) => (
    <GuestView place={place} booking={await getBooking(client, place.id, requireId((await params).id))} />
  ));
}
